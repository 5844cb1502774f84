"""What the documents are called that a shop has on file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.ui.plain import shown

translate = QCoreApplication.translate


def document_name(id: str) -> str:
    """In the language of the screen; one of an author's own as it is written."""
    names = {
        "allergen_label": translate("Documents", "allergen label"),
        "colour_card": translate("Documents", "colour card"),
        "daily_test_slip": translate("Documents", "test slip of the day"),
        "damage_log": translate("Documents", "log of damaged parcels"),
        "fibre_label": translate("Documents", "fibre label"),
        "food_contact_test_report": translate("Documents", "food contact test report"),
        "harvest_photo": translate("Documents", "photo of the harvest"),
        "importer_record": translate("Documents", "importer's record"),
        "ingredient_list": translate("Documents", "list of ingredients"),
        "lab_report_antibiotics": translate("Documents", "laboratory report on antibiotics"),
        "lab_report_sugar": translate("Documents", "laboratory report on sugar"),
        "licence_number": translate("Documents", "number of the licence"),
        "milling_date": translate("Documents", "date of milling"),
        "nutrition_table": translate("Documents", "nutrition table"),
        "pesticide_report": translate("Documents", "pesticide report"),
        "pick_date": translate("Documents", "date of picking"),
        "pick_dates": translate("Documents", "dates of picking"),
        "producer_label": translate("Documents", "producer's label"),
        "stitch_video": translate("Documents", "film of the stitching"),
        "supply_contract": translate("Documents", "supply contract"),
        "tasting_note": translate("Documents", "tasting note"),
        "tea_class_label": translate("Documents", "label of the tea's class"),
        "test_report": translate("Documents", "test report"),
    }
    return names.get(id) or shown(id.replace("_", " "), 60)
