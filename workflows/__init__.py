"""When the process runs and who starts it: stages, Prefect flows and the command line."""
