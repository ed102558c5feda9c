import { closest, didYouMean } from "../../compiler/diagnostics/suggest.js";
import type { LinkedLandedSource } from "../../compiler/model/linked-landings.js";
import { namePattern } from "../../local/waves.js";
import type { Section } from "./section.js";

/** What a source names on this machine and the project does not have, of its files: samples, or the folder of an app. */
export function notThereSections({ source }: LinkedLandedSource, files: readonly string[]): readonly Section[] {
  const app = "app" in source ? source.app : undefined;
  const samples = [...new Set(source.samples?.values())].map((path) => path.replace(/^\.\//, ""));
  const lines = [
    ...(app === undefined || files.some((file) => file.startsWith(`${app.replace(/\/$/, "")}/`))
      ? []
      : [`the project has no folder ${app} with an app`]),
    ...samples
      .filter((path) => !files.some(isOf(path)))
      .map((path) => `the project has no file ${path}.${didYouMean(closest(path, files))}`.replace(/\.$/, "")),
  ];
  return [{ title: "not there", lines }];
}

/** `*` stands for any part of a file's name, not of its folders. */
function isOf(path: string): (file: string) => boolean {
  const [folder, name] = inFolder(path);
  const wanted = namePattern(name);
  return (file) => {
    const [own, last] = inFolder(file);
    return own === folder && wanted.test(last);
  };
}

const inFolder = (path: string): readonly [folder: string, name: string] => {
  const at = path.lastIndexOf("/") + 1;
  return [path.slice(0, at), path.slice(at)];
};
