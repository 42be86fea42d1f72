"""Orders with their lines and parcels."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField, TextField

from models.kinds import OrderStatus, ParcelWay, Platform
from models.tables.base import BaseTable, RevocableTable
from models.tables.fields import KindField, UtcField


class OrderTable(BaseTable):
    shop_id = IntegerField()
    buyer_id = IntegerField(null=True)
    platform = KindField(Platform)
    number = TextField()
    status = KindField(OrderStatus)
    status_text = TextField(default="")
    currency = TextField()
    time_zone = TextField()
    created_at = UtcField(null=True)
    paid_at = UtcField(null=True)
    shipped_at = UtcField(null=True)
    signed_at = UtcField(null=True)
    closed_at = UtcField(null=True)
    goods = BigIntegerField(null=True)
    freight = BigIntegerField(null=True)
    discount = BigIntegerField(null=True)
    total = BigIntegerField(null=True)
    paid = BigIntegerField(null=True)
    refunded = BigIntegerField(null=True)
    receiver = TextField(default="")
    phone = TextField(default="")
    address = TextField(default="")
    country = TextField(default="")
    carrier = TextField(default="")
    buyer_note = TextField(default="")
    shop_note = TextField(default="")
    imported_at = UtcField()

    class Meta:
        table_name = "order"


class OrderLineTable(BaseTable):
    order_id = IntegerField()
    position = IntegerField()
    item_title = TextField()
    sku = TextField(default="")
    variant = TextField(default="")
    quantity = IntegerField(default=1)
    unit_price = BigIntegerField(null=True)
    batch = TextField(default="")
    weight_grams = IntegerField(null=True)

    class Meta:
        table_name = "order_line"


class ParcelTable(RevocableTable):
    order_id = IntegerField()
    tracking_number = TextField()
    position = IntegerField(default=0)
    carrier = TextField(default="")
    way = KindField(ParcelWay, default=ParcelWay.SENT)
    note = TextField(default="")

    class Meta:
        table_name = "parcel"
