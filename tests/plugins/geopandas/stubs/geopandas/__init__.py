"""The class that the case names, with the name and the base that it has in geopandas itself."""

import pandas as pd


class GeoDataFrame(pd.DataFrame):
    __module__ = "geopandas.geodataframe"
