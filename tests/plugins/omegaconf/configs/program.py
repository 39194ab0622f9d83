"""Configurations of OmegaConf."""

from flytekit import task, workflow
from flytekitplugins.omegaconf import OmegaConfTransformerMode, set_transformer_mode
from omegaconf import DictConfig, ListConfig

set_transformer_mode(OmegaConfTransformerMode.DictConfig)


@task
def configure(name: str) -> DictConfig:
    return DictConfig({"name": name})


@task
def train(config: DictConfig, layers: ListConfig | None = None) -> ListConfig:
    return layers


@workflow
def wf(config: DictConfig, name: str = "base") -> ListConfig:
    train(config=configure(name=name))
    return train(config=config)
