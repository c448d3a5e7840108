from spoorboek.practice.scenes.models.draft import SceneDraft
from spoorboek.practice.scenes.models.release import SceneRelease

__all__ = ["SceneDraft", "SceneRelease"]
