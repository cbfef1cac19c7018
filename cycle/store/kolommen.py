"""Kolommen: column types that bring back exactly the value that was stored."""

from datetime import date, datetime
from decimal import Decimal

import pendulum
from sqlalchemy import Date, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class Dag(TypeDecorator[pendulum.Date]):
    """A day without a time."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: pendulum.Date | None, dialect: Dialect) -> date | None:
        """Return a plain date, which every driver knows."""
        return None if value is None else date(value.year, value.month, value.day)

    def process_result_value(self, value: date | None, dialect: Dialect) -> pendulum.Date | None:
        """Return the day as the domain uses it."""
        return None if value is None else pendulum.date(value.year, value.month, value.day)


class Moment(TypeDecorator[pendulum.DateTime]):
    """A moment, stored in UTC because SQLite knows no time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(
        self, value: pendulum.DateTime | None, dialect: Dialect
    ) -> datetime | None:
        """Return the moment in UTC without a zone."""
        return None if value is None else value.in_timezone("UTC").naive()

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> pendulum.DateTime | None:
        """Return the moment with its zone, UTC."""
        return None if value is None else pendulum.instance(value, tz="UTC")


class Getal(TypeDecorator[Decimal]):
    """A decimal number, stored as text: SQLite would make a float of it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the number as text, with its own count of decimals."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Return the very number that was stored."""
        return None if value is None else Decimal(value)
