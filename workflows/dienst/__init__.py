"""Dienst: Prefect server, schedules and worker, kept running by one command."""
