"""Addresses of intervision."""

from django.urls import path

from spoorboek.circle.views import groups, meeting, writing

urlpatterns = [
    path("intervisie/", groups.home, name="intervision"),
    path("intervisie/groep/<uuid:group_id>/", groups.group, name="circle_group"),
    path("intervisie/groep/<uuid:group_id>/uitnodigen/", groups.invite_someone, name="circle_invite"),
    path("intervisie/groep/<uuid:group_id>/antwoord/", groups.answer, name="circle_answer"),
    path("intervisie/groep/<uuid:group_id>/weg/", groups.leave, name="circle_leave"),
    path("intervisie/groep/<uuid:group_id>/plannen/", groups.plan, name="circle_plan"),
    path("intervisie/<uuid:meeting_id>/", meeting.meeting, name="circle_meeting"),
    path("intervisie/<uuid:meeting_id>/nu/", meeting.now, name="circle_now"),
    path("intervisie/<uuid:meeting_id>/doe/<slug:act>/", meeting.do, name="circle_do"),
    path("intervisie/<uuid:meeting_id>/casus/", writing.case, name="circle_case"),
    path("intervisie/<uuid:meeting_id>/schrijf/", writing.write_note, name="circle_write"),
]
