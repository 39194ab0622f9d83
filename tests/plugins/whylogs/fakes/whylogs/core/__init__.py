class DatasetProfileView:
    __module__ = "whylogs.core.view.dataset_profile_view"
