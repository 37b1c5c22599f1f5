"""Work spread over processes, with results in order; a process that is killed is replaced."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

import attrs

Item = TypeVar("Item")
Result = TypeVar("Result")

_SPAWN = get_context("spawn")
_AT_ONCE = 4  # items that a process is given at a time, so that it seldom waits for more
_STARTS = 5  # processes in a row that may be killed before they begin, as when memory is short
_AHEAD = 32  # items for each process that may be under way or done before their turn


@attrs.define
class _Worker(Generic[Item]):
    """A process, the way to it, and the items that it was given and has not answered, in order.

    `starts` counts the processes in a row that stood in this place, this one included, and never began.
    """

    process: Any
    connection: Connection
    ready: bool = False
    starts: int = 1
    waiting: deque[tuple[int, Item]] = attrs.field(factory=deque)

    @classmethod
    def start(cls, work: Callable[[Item], Any]) -> _Worker[Item]:
        """Start a process that does this work on each item that it is sent."""
        here, there = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(there, work), daemon=True)
        process.start()
        there.close()
        return cls(process, here)

    def send(self) -> None:
        """Send all items that wait; when the process is gone, that shows when its answer is read."""
        if not self.waiting:
            return
        try:
            self.connection.send([item for _, item in self.waiting])
        except OSError:
            return

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self.process.kill()
        self.process.join()


def map_in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    lost: Callable[[Item, str], Result],
) -> Iterator[Result]:
    """Yield the result of some work on every item, in order, done by several processes.

    Items are taken a fixed number ahead at most. A process that ends while it works on an item is replaced;
    the result of that item is `lost(item, how it ended)`.

    Raises:
        RuntimeError: when a process ends by itself before it has begun, or is killed then time and again.
    """
    source = enumerate(items)
    done: dict[int, Result] = {}
    yielded = taken = 0
    workers: list[_Worker[Item]] = []
    try:
        workers += [_Worker.start(work) for _ in range(jobs)]
        while True:
            for worker in workers:
                if worker.ready and not worker.waiting:
                    room = min(_AT_ONCE, yielded + jobs * _AHEAD - taken)
                    worker.waiting.extend(islice(source, room))
                    taken += len(worker.waiting)
                    worker.send()
            if not any(worker.waiting or not worker.ready for worker in workers):
                return
            answered = wait([worker.connection for worker in workers])
            workers[:] = [
                _listen(worker, work, done, lost) if worker.connection in answered else worker
                for worker in workers
            ]
            while yielded in done:
                yield done.pop(yielded)
                yielded += 1
    finally:
        for worker in workers:
            worker.stop()


def _listen(
    worker: _Worker[Item],
    work: Callable[[Item], Result],
    done: dict[int, Result],
    lost: Callable[[Item, str], Result],
) -> _Worker[Item]:
    """Note down an answer of a process; return the process, or the one that takes its place."""
    try:
        answer = worker.connection.recv()
    except (EOFError, OSError):
        return _replace(worker, work, done, lost)
    if worker.ready:
        index, _ = worker.waiting.popleft()
        done[index] = answer
    else:
        worker.ready = True
        worker.send()
    return worker


def _replace(
    worker: _Worker[Item],
    work: Callable[[Item], Result],
    done: dict[int, Result],
    lost: Callable[[Item, str], Result],
) -> _Worker[Item]:
    """Start a process in place of one that ended; what it worked on is lost, the rest is given on."""
    worker.process.join(5)
    worker.stop()
    how = f"ended with exit code {worker.process.exitcode}"
    if not worker.ready and (worker.process.exitcode >= 0 or worker.starts == _STARTS):
        message = f'a process {how} before it began; does the script have `if __name__ == "__main__":`?'
        raise RuntimeError(message)
    if worker.ready and worker.waiting:
        index, item = worker.waiting.popleft()
        done[index] = lost(item, how)
    another = _Worker.start(work)
    another.starts = 1 if worker.ready else worker.starts + 1
    another.waiting.extend(worker.waiting)
    return another


def _serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """Say that the process is there, then do the work on all items that come, until no more do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    connection.send(None)
    while True:
        try:
            items = connection.recv()
        except EOFError:
            return
        for item in items:
            connection.send(work(item))
