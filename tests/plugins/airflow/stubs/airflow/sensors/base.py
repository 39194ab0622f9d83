from airflow.models.baseoperator import BaseOperator


class BaseSensorOperator(BaseOperator): ...
