import type { HttpClient } from "@azure/core-rest-pipeline";
import { cassandraKeeper } from "./cassandra-rights.js";
import type { CatalogPlace, DatabasePlace, StackPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import { postgresKeeper } from "./postgres-rights.js";
import { redisKeeper } from "./redis-rights.js";
import type { PasswordOf, RightsKeeper } from "./rights-keeper.js";
import { stackKeeper } from "./stack-rights.js";
import { unityKeeper } from "./unity-rights.js";

/** What keeps the rights of a place, by its engine. Nothing is opened yet. */
export function keeperOf(
  place: DatabasePlace,
  passwordOf: PasswordOf,
  armOf: (place: StackPlace) => HttpClient,
  workspaceOf: (place: CatalogPlace) => HttpClient,
  patience: Patience,
): RightsKeeper {
  switch (place.engine) {
    case "postgres":
      return postgresKeeper(place, passwordOf, patience);
    case "redis":
      return redisKeeper(place, passwordOf, patience);
    case "stack":
      return stackKeeper(place, armOf(place), patience);
    case "unity-catalog":
      return unityKeeper(place, workspaceOf(place), patience);
    case "cassandra":
      return cassandraKeeper(place, passwordOf, patience);
  }
}
