"""The route map: a course drawn as a transit map that is also a real ordered list."""

from spoorboek.site.routemap.stations import Kind, Line, RouteMap, State, Station

__all__ = ["Kind", "Line", "RouteMap", "State", "Station"]
