import type { Difference } from "../compiler/lock/differences.js";
import type { ChangeReport } from "./change-report.js";

/** A change in lines: what it comes to, then why and what follows. `place`: where a clause is written, if that is shown. */
export function changeLines(
  report: Omit<ChangeReport, "class"> & { readonly class: string },
  place: (clause: string) => string | undefined = () => undefined,
): readonly string[] {
  const { id, now, causes, follows, followers } = report;
  if (report.class === "new") return [`${id}: new`];
  if (report.class === "removed") return [`${id}: no longer made; its rows and its checkpoint stay where they are`];
  const told = report.generation === undefined ? "" : ` (generation ${report.generation})`;
  return [
    `${id}${now === undefined ? "" : `, now ${now}`}: ${report.class.replace("checkpoint", report.keeps)}${told}`,
    ...(report.isBack ? ["  because it was not made for a while"] : []),
    ...causes.flatMap(({ row, ...difference }, at) => {
      const where = place(difference.clause);
      const because = `  because of ${differenceText(difference)}${where === undefined ? "" : ` (${where})`}`;
      const isLast = causes[at + 1]?.row !== row;
      return isLast ? [because, `    ${row.reason}`] : [because];
    }),
    ...follows.map((above) => `  follows ${above}`),
    ...[...report.waits, ...report.removed, ...report.again, ...report.doubles].map((line) => `  ${line}`),
    ...(followers.length === 0 ? [] : [`  followed by ${followers.join(", ")}`]),
  ];
}

export const differenceText = ({ clause, before, after }: Difference): string => {
  if (before === undefined) return `${clause}, which is new: ${after}`;
  return after === undefined ? `${clause}, which is gone: ${before}` : `${clause}: ${before} -> ${after}`;
};
