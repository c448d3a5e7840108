"""Roles taken together, where a rule is about more than one."""

from spoorboek.people.policy.reach import Role

WITHOUT_SAFETY_NET = (Role.COACH, Role.LABOUR_EXPERT)
"""Whether a safety net covers someone is for employer and UWV, not for a re-integration company (AP, BWBR0037896)."""
EMPLOYERS_SIDE = (Role.SUPERVISOR, Role.CASE_MANAGER, Role.WORK_SUPERVISOR, Role.BUDDY)
"""On the employer's side, or at the place where someone works: nothing private of a method reaches them."""
WITHOUT_GUIDANCE = (*EMPLOYERS_SIDE, Role.HELPER, Role.PEER)
"""For whom worksheets, questionnaires, VR sessions and coaching of a method do not exist, nor a private method."""
MAY_READ_A_PROFILE = (Role.COACH, Role.LABOUR_EXPERT, Role.COMPANY_DOCTOR)
"""Whom the client may share wanting and being able with: never the employer's side."""
MAY_OFFER = (Role.SUPERVISOR, Role.COACH)
GUIDES = (Role.COACH, Role.LABOUR_EXPERT)
MAY_LOOK_AT_REPORTS = (*GUIDES, Role.COMPANY_DOCTOR)
"""Who may be named to look at what went wrong with practising; never who is of the employer's side as well."""
