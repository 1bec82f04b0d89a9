"""Reads Word documents with LibreOffice: with all tracked changes accepted, and with all of them rejected.

take-changes.py PIPE FOLDER: for each FOLDER/NAME.docx it writes NAME.accepted.txt and, of a redline, NAME.rejected.txt, by
the one LibreOffice that listens at PIPE, which it ends.
"""
import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def office(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def value(name, content):
    return PropertyValue(Name=name, Value=content)


def main(pipe, folder):
    context = office(pipe)
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    dispatcher = create("com.sun.star.frame.DispatchHelper", context)
    plain = (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF"))
    for path in sorted(pathlib.Path(folder).glob("*.docx")):
        for side, command in COMMANDS.items():
            if side == "rejected" and not path.stem.endswith("-redline"):
                continue
            document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (value("Hidden", True),))
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            document.storeToURL(path.with_suffix(f".{side}.txt").as_uri(), plain)
            document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass  # It ends before it has answered.


main(*sys.argv[1:])
