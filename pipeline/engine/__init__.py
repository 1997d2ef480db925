"""A Faust transport in batches: what a batch caused is confirmed before it is acknowledged.

Nothing here knows of news; another Faust project can use it as it stands. Faust keeps its
app, its agents, its rebalancing and its supervision; this transport changes how records reach
an agent and when their offsets are committed::

    app = faust.App("shop", broker="batches://localhost:9092", Stream=BatchStream,
                    stream_wait_empty=True, agent_supervisor="mode.CrashingSupervisor")
    app.transport.configure(guarantee="exactly_once")

    @app.agent(app.topic("orders"))
    async def bill(stream):
        async for batch in stream.batches():                 # records of one partition, in order
            outputs = [Output("bills", r.key, price(r.value)) for r in batch.records]
            await batch.settle(outputs)                       # sent, confirmed, then acknowledged

What is promised
    *at least once*: the offset of a batch is committed only after the broker confirmed
    (``acks=all``, idempotent) every output, and after them every state row, of the batch.

    *exactly once*: one transaction per input partition and batch holds the outputs, the state rows
    and the input offset. Its transactional id belongs to the input partition, so whoever is
    assigned the partition fences whoever had it before.

    What is uncertain is not guessed. A commit that was sent and not answered is never sent again
    (``one_try``): its producer is thrown away, the next one fences it, and the committed offset
    tells what became of it. An answer without the partition that was asked for is no answer
    (``offsets``).

    A rebalance waits for the batch that an agent works on, and for no other. Whoever gets a
    partition back reads only what others have added to its state meanwhile.

    A batch that fails comes again: the partition's producer is thrown away, its state restored
    from the changelog, and reading goes on at the last committed offset. A partition that keeps
    failing stops the worker visibly.

Rooms: ``batch`` (what an agent holds), ``outbox`` (packing outputs), ``settling`` (the two
promises), ``one_try`` (a producer for the second), ``lane`` (one input partition: fence, restore,
fetch, hand over, wait), ``changelog`` (restoring state), ``offsets`` (where reading goes on),
``consumer`` / ``producer`` / ``conductor`` / ``stream`` / ``transport`` (Faust's extension points).
Faust's ``TransactionManager`` is not among them: it commits what was acknowledged on a timer, for
all partitions at once, whereas here a batch is the unit of both.
"""
