"""flytekit's loggers, by its names: user modules log through them while they are imported."""

import logging

logger = logging.getLogger("flytekit")
user_space_logger = logger.getChild("user")
developer_logger = logging.getLogger("developer")
