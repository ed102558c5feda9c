import type { Privilege } from "../../compiler/ir/access.js";

/** A role of Azure that lets its holder do something with a hub. */
export interface HubRole {
  /** Its name, as the portal shows it. */
  readonly name: string;
  /** The id of its definition, the same in all directories. */
  readonly id: string;
  /** The vendor's own word. */
  readonly link: string;
}

/** Why nobody can be let do something, and what can be done instead. */
export interface Refused {
  readonly because: string;
  readonly instead: string;
  readonly link: string;
}

const model = "https://learn.microsoft.com/azure/event-hubs/event-hubs-features#event-retention";

/** The definitions of built-in roles have the same ids everywhere. */
const roles = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/analytics";

/**
 * What it takes that a principal may do something with a hub: a role of Azure at the hub's scope, which is the least that works.
 * https://learn.microsoft.com/azure/event-hubs/authorize-access-azure-active-directory
 */
export const hubNeeds: Readonly<Record<Privilege, HubRole | Refused>> = {
  select: {
    name: "Azure Event Hubs Data Receiver",
    id: "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
    link: `${roles}#azure-event-hubs-data-receiver`,
  },
  insert: {
    name: "Azure Event Hubs Data Sender",
    id: "2b629674-e913-4c01-ae53-ef4638d8f975",
    link: `${roles}#azure-event-hubs-data-sender`,
  },
  update: {
    because: "events of a hub are never changed",
    instead: "grant 'insert', and let an event say what is changed by it",
    link: model,
  },
  delete: {
    because: "events of a hub are not deleted one by one: they go when their retention is over",
    instead: "grant 'insert', and let an event say what is deleted by it, or shorten the hub's retention",
    link: model,
  },
  truncate: {
    because: "a hub is not emptied: its events go when their retention is over",
    instead: "shorten the hub's retention",
    link: model,
  },
};

export const isRole = (needed: HubRole | Refused): needed is HubRole => "id" in needed;
