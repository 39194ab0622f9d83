class DataFrame:
    __module__ = "pyspark.sql.dataframe"
