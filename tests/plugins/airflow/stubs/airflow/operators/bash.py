from airflow.models.baseoperator import BaseOperator


class BashOperator(BaseOperator): ...
