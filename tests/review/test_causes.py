from simulator.domain.crowd import BuyersRefused, Cause, Reason, ViewersEntered, ViewersLeft
from simulator.review import Movement, causes, whole_session
from tests.stream import Stream


def leaving() -> Stream:
    return Stream().add(
        ViewersLeft(at=61, count=3, cause=Cause(Reason.SILENCE, since=50, strength=-0.4)),
        ViewersLeft(at=70, count=1, cause=Cause(Reason.SILENCE, since=66, strength=-0.8)),
        ViewersLeft(at=80, count=2, cause=Cause(Reason.CHANCE)),
        ViewersLeft(at=130, count=7, cause=Cause(Reason.UNANSWERED, since=120, strength=-0.2)),
        ViewersEntered(at=65, count=9, cause=Cause(Reason.ARRIVAL)),
    )


def test_a_minute_tells_why_viewers_left():
    drivers = [each for each in causes(leaving().log()) if each.movement is Movement.LEFT]
    assert [(each.minute, each.reason, each.count) for each in drivers] == [
        (1, Reason.SILENCE, 4),
        (1, Reason.CHANCE, 2),
        (2, Reason.UNANSWERED, 7),
    ]
    assert drivers[0].since == 50
    assert drivers[0].strength == (3 * -0.4 + 1 * -0.8) / 4
    assert drivers[1].since is None


def test_the_whole_session_puts_the_biggest_reason_first():
    assert whole_session(leaving().log(), Movement.LEFT) == (
        (Reason.UNANSWERED, 7),
        (Reason.SILENCE, 4),
        (Reason.CHANCE, 2),
    )


def test_orders_and_refused_buyers_have_their_reasons():
    stream = Stream().sells("o1", 10, reason=Reason.ANSWERED).sells("o2", 20, reason=Reason.DISCOUNT)
    stream.add(BuyersRefused(at=30, product="orange", count=5))
    assert whole_session(stream.log(), Movement.ORDERED) == ((Reason.ANSWERED, 1), (Reason.DISCOUNT, 1))
    assert whole_session(stream.log(), Movement.REFUSED) == ((Reason.OUT_OF_STOCK, 5),)


def test_what_moves_in_the_countdown_belongs_to_the_first_minute():
    stream = Stream().add(ViewersEntered(at=-3, count=2, cause=Cause(Reason.ARRIVAL)))
    assert causes(stream.log())[0].minute == 0
