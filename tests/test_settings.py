"""Settings come from the environment, and a wrong one is refused in one sentence."""

from __future__ import annotations

import pytest

from pipeline.settings import BadSetting, Settings


def test_without_a_broker_the_embedded_one_is_meant() -> None:
    assert not Settings.from_environment({}).names_a_broker


@pytest.mark.parametrize("written", ["kafka://a:9092,kafka://b:9093", "a:9092,b:9093"])
def test_a_broker_may_be_written_with_or_without_its_scheme(written: str) -> None:
    assert Settings.from_environment({"DATELINE_BROKER": written}).bootstrap == "a:9092,b:9093"


def test_the_promise_is_exactly_once_on_a_kafka_that_is_named() -> None:
    assert Settings.from_environment({"DATELINE_BROKER": "a:9092"}).promise == "exactly_once"


def test_the_embedded_broker_gets_at_least_once_unless_told_otherwise() -> None:
    assert Settings(broker="a:9092", embedded=True).promise == "at_least_once"
    told = Settings(broker="a:9092", embedded=True, guarantee="exactly_once")
    assert told.promise == "exactly_once"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DATELINE_BROKER", "nowhere", "host:port"),
        ("DATELINE_BROKER", "host:0", "host:port"),
        ("DATELINE_GUARANTEE", "twice", "exactly_once or at_least_once"),
        ("DATELINE_MAX_BATCH", "many", "whole number"),
        ("DATELINE_MAX_BATCH", "0", "1 to 10000"),
        ("DATELINE_SECURITY_PROTOCOL", "SASL", "SASL_SSL"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str, says: str) -> None:
    with pytest.raises(BadSetting, match=says) as refused:
        Settings.from_environment({name: value})
    assert name in str(refused.value)


def test_sasl_needs_a_user() -> None:
    with pytest.raises(BadSetting, match="DATELINE_SASL_USERNAME"):
        Settings.from_environment({"DATELINE_SECURITY_PROTOCOL": "SASL_SSL"})
