from simulator.domain.roles import roles_of


def test_one_person_has_one_role() -> None:
    roles = roles_of("lin", second="lin", desk="lin")
    assert (roles.second, roles.desk) == (None, None)
    assert roles_of("lin", "mei", "mei").desk == "mei"  # a second host may sit at the desk
