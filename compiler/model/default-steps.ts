/** How the steps of a pipeline are tried that says nothing of it. */
export const defaultSteps = {
  /** How often copying a table, and what asks the control table, are tried again. */
  attempts: 2,
  /** How often what takes the landings is: notebooks and data flows. */
  attemptsOfTaking: 1,
  wait: { text: "1 minute", milliseconds: 60_000 },
  /** Of one attempt of copying a table, and of what takes the landings. */
  timeout: { text: "12 hours", milliseconds: 12 * 3_600_000 },
  /** Of each database: few enough for it and for the integration runtime. */
  tablesAtOnce: 10,
} as const;
