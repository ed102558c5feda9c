import kafkajs from "kafkajs";

/** The partition of an event: Kafka's own hash of the key; events without a key go round by their number. */
export function partitionOf(key: string | null, row: number, partitions: number): number {
  if (key === null) return row % partitions;
  return hashed({ topic: "", partitionMetadata: metadata(partitions), message: { key, value: null } });
}

/**
 * What is still to be sent. A row's partition follows from the row alone and each partition keeps its order, so the rows
 * of a partition that the topic already has are the first ones: as many as it holds.
 */
export interface Position {
  /** Counts a row in; true if the topic does not have it yet. */
  readonly isNew: (partition: number) => boolean;
  /** Rows counted in so far, per partition: where the next file begins. */
  readonly rows: () => readonly number[];
}

/** A position in a topic that holds so many events per partition, after so many rows of earlier files. */
export function positionIn(held: readonly number[], before: readonly number[]): Position {
  const rows = held.map((_, partition) => before[partition] ?? 0);
  return {
    isNew: (partition) => {
      const at = rows[partition] ?? 0;
      rows[partition] = at + 1;
      return at >= (held[partition] ?? 0);
    },
    rows: () => [...rows],
  };
}

const hashed = kafkajs.Partitioners.DefaultPartitioner();

function metadata(partitions: number) {
  return Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    leader: 1,
    partitionErrorCode: 0,
    replicas: [1],
    isr: [1],
  }));
}
