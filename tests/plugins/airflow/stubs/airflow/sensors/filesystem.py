from airflow.sensors.base import BaseSensorOperator


class FileSensor(BaseSensorOperator): ...
