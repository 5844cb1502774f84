"""The words of the trade: values only, no behaviour that needs a clock, a disk or a device."""
