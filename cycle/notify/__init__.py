"""Notify: messages for the outbox folder and calendar files."""
