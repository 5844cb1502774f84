"""The simulated audience: host in, crowd out. ``docs/audience.md`` is its specification; begin at ``audience``.

=====================  ======================================================================================
what                   where
=====================  ======================================================================================
a tick                 ``audience``: ``inputs``, ``acts`` in; ``impressions``, ``mind``, ``mood``, ``shelf`` (what
                       the room knows and feels); ``hazards``, ``step``, ``draws`` (who moves); ``tally``,
                       ``orders`` (the books); ``room``, ``view`` (the state)
numbers and chance     ``parameters``, ``limits``; ``philox``, ``quantile``, ``exponential``
incidents              ``troubles``, ``surprises``
causes                 ``causes``, ``credit``, ``ledger``, ``telling``
people and their words ``voices``: ``spotlight``, ``destinations``, ``wishes``, ``moment``, ``sayings``, ``remarks``,
                       ``wording``, ``chat``
the same tick compiled ``compiled``: ``board``, ``kernel``, ``kernel_rates``, ``kernel_cells``, ``kernel_draws``
one host, many rooms   ``rollouts``: ``hosts``, ``reference``, ``policy``, ``sizes``, ``gathered``
looking back           ``replay``, ``whatif`` (``act_names``, ``act_words``), ``risk``, ``skill``, ``attribution``,
                       ``contributions``, ``estimates``
a real room's log      ``calibration``, ``sessions``, ``effects``: ``timeline``, ``moments``, ``posterior``
=====================  ======================================================================================
"""
