"""A second start on the same data folder raises the window of the first."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500
_LONGEST = 4096


def server_name(folder: Path) -> str:
    """A name made of the data folder, the same for every start on it and telling nothing about it."""
    digest = hashlib.sha256(str(folder.resolve()).encode("utf-8")).hexdigest()
    return f"aftercase-{digest[:20]}"


def ask_first(folder: Path, wish: str = "") -> bool:
    """Ask the window already open on this folder to come to the front and show what is wished; False for no window.

    A wish is a case number, an order number, or the whole path of a file of orders; at most 4,096 bytes of it count.
    """
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(f"raise\n{wish}".encode("utf-8", "replace")[:_LONGEST])
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


class FirstInstance(QObject):
    """Listens for later starts, of this user only; `asked` carries what they wish to see, mostly nothing."""

    asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)

    def listen(self) -> bool:
        """Start to listen; the instance lock is held, so a socket left by a dead program can go."""
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(_LONGEST)
            socket.disconnected.connect(lambda it=socket: self._hear(it))
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.property("heard"):
            return
        socket.setProperty("heard", True)
        said = bytes(socket.read(_LONGEST).data()).decode("utf-8", "replace")
        socket.deleteLater()
        self.asked.emit(said.partition("\n")[2].replace("\x00", "").strip())
