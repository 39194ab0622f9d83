"""What of Airflow the program takes, where flytec compiles it."""
