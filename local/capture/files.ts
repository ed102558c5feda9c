import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import avro from "avsc";
import { type EventData, eventDataSchema } from "./event-data.js";

/** A finished file of one partition: its path and the time that its path says. */
export interface CaptureFile {
  readonly path: string;
  readonly time: number;
}

/** `{yyyy}/{MM}/{dd}/{HH}/{mm}/{ss}.avro`, in UTC. */
export function filePath(time: number): string {
  const [date = "", clock = ""] = new Date(time).toISOString().slice(0, 19).split("T");
  return `${[...date.split("-"), ...clock.split(":")].join("/")}.avro`;
}

/** The finished files of a partition, oldest first. */
export async function filesOf(partitionFolder: string): Promise<readonly CaptureFile[]> {
  const names = await readdir(partitionFolder, { recursive: true }).catch(() => []);
  const files = names.flatMap((name) => {
    const parts = /^(\d{4})\/(\d\d)\/(\d\d)\/(\d\d)\/(\d\d)\/(\d\d)\.avro$/.exec(name.replaceAll("\\", "/"));
    if (parts === null) return [];
    const [, year, month, day, hour, minute, second] = parts.map(Number);
    const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
    return [{ path: join(partitionFolder, name), time }];
  });
  return files.sort((a, b) => a.time - b.time);
}

/** The offset behind the last captured event of a partition; 0 if none is captured. */
export async function nextOffset(files: readonly CaptureFile[]): Promise<number> {
  for (const file of [...files].reverse()) {
    const last = await lastSequenceNumber(file.path);
    if (last !== undefined) return last + 1;
  }
  return 0;
}

/** The sequence number of a file's last event; undefined for an empty file. */
export function lastSequenceNumber(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    let last: number | undefined;
    avro
      .createFileDecoder(path)
      .on("data", (event: EventData) => {
        last = event.SequenceNumber;
      })
      .on("error", reject)
      .on("end", () => resolve(last));
  });
}

/** A file that is being written. Until `finish` it is where no reader of Avro files looks. */
export interface OpenFile {
  readonly write: (event: EventData) => Promise<void>;
  /** Moves the whole file to its place, in one step. */
  readonly finish: (path: string) => Promise<void>;
}

/** Begins a file; `scratch` is on the same disk as its place will be. */
export async function openFile(scratch: string): Promise<OpenFile> {
  await mkdir(dirname(scratch), { recursive: true });
  const encoder = new avro.streams.BlockEncoder(eventDataSchema);
  const file = createWriteStream(scratch);
  encoder.pipe(file);
  return {
    write: async (event) => {
      if (!encoder.write(event)) await new Promise((resolve) => encoder.once("drain", resolve));
    },
    finish: async (path) => {
      encoder.end();
      await finished(file);
      await mkdir(dirname(path), { recursive: true });
      await rename(scratch, path);
    },
  };
}
