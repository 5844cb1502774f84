from simulator.domain.desk import RolesTaken
from simulator.domain.roles import roles_of, spans_of_another
from simulator.domain.units import Span


def desk(at: float, person: str | None) -> RolesTaken:
    return RolesTaken(at=at, second=None, desk=person)


def test_one_person_has_one_role() -> None:
    roles = roles_of("lin", second="lin", desk="lin")
    assert (roles.second, roles.desk) == (None, None)
    assert roles_of("lin", "mei", "mei").desk == "mei"  # a second host may sit at the desk


def test_the_desk_is_anothers_from_each_taking_to_its_giving_back() -> None:
    changes = [desk(90, None), desk(0, "mei"), desk(120, "tao"), desk(150, "mei")]
    assert spans_of_another(changes, 300) == (Span(0, 90), Span(120, 300))
    assert spans_of_another([desk(40, None)], 300) == ()
    assert spans_of_another([desk(40, "mei"), desk(40, None)], 300) == ()
