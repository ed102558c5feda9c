import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partitionOf, positionIn } from "./position.js";

describe("partitionOf", () => {
  it("is the partition that Kafka's own client chooses for the key", () => {
    // What org.apache.kafka.common.utils.Utils.murmur2 of Kafka 3.9.1 gives.
    expect(["a", "device-1", "ünïcode"].map((key) => partitionOf(key, 0, 12))).toEqual([4, 10, 1]);
  });

  it("goes round without a key", () => {
    expect([0, 1, 2, 3].map((row) => partitionOf(null, row, 3))).toEqual([0, 1, 2, 0]);
  });
});

describe("positionIn", () => {
  it("sends each row of all files once, however often it stops in between", () => {
    const files = fc.array(fc.array(fc.nat(3)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(files, fc.array(fc.nat(20)), (waves, stops) => {
        const topic: string[][] = [[], [], [], []];
        for (const stop of [...stops, Number.POSITIVE_INFINITY]) {
          let left = stop;
          let before: readonly number[] = [];
          for (const [wave, rows] of waves.entries()) {
            const position = positionIn(
              topic.map((of) => of.length),
              before,
            );
            for (const [row, partition] of rows.entries()) {
              if (!position.isNew(partition)) continue;
              if (left === 0) break;
              topic[partition]?.push(`${wave}/${row}`);
              left -= 1;
            }
            if (left === 0) break;
            before = position.rows();
          }
        }
        const wanted = [0, 1, 2, 3].map((partition) =>
          waves.flatMap((rows, wave) => rows.flatMap((of, row) => (of === partition ? [`${wave}/${row}`] : []))),
        );
        expect(topic).toEqual(wanted);
      }),
    );
  });
});
