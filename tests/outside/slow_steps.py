"""Invented slow steps; a process of their own imports them from here."""

from __future__ import annotations

import os
import time

from schemas.wire import WireItem


def shout(item: WireItem) -> WireItem:
    return item.model_copy(update={"headline": item.headline.upper()})


def dawdle(item: WireItem) -> WireItem:
    time.sleep(float(item.headline))
    return item.model_copy(update={"slugline": "late"})


def stumble(item: WireItem) -> WireItem:
    raise ValueError("no verb")


def die(item: WireItem) -> WireItem:
    os._exit(3)
