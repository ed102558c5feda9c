"""A Spark in this very process."""

from pyspark.sql import SparkSession


class ClassicSpark:
    """Its session is what tables are read in; each notebook gets one of its own."""

    def __init__(self, settings):
        builder = SparkSession.builder
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()

    def new_session(self):
        return self.session.newSession()

    def stop(self):
        self.session.stop()
