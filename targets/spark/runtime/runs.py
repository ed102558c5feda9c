def expect_recorded(batch, versions):
    """Stops where another run has recorded the same batch meanwhile, of something else."""
    recorded = last_record(batch.session, batch.query)
    if recorded["batch"] != batch.id or recorded["versions"] != versions:
        raise RuntimeError(f"{batch}: recorded with {recorded['versions']} by another run, and this one has {versions}. Start it again.")
