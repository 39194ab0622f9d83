"""What of Airflow the program takes: flytec finds this, the real plug-in has loaded the real one before."""
