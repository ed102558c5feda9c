import { messageOf } from "../publish/publish.js";
import { type Refusal, refused } from "./refusal.js";

/** What a service, or the way to it, refused: the person's to mend. */
export const serviceRefusal = (error: unknown): Refusal => refused(messageOf(error));
