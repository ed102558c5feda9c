import type { EndpointIr } from "../../compiler/ir/endpoint.js";
import { argument, assign, call, calls, literal, type Python } from "./python.js";

/** The statement that makes `connection`: how a notebook reaches hubs. */
export function connecting({ name, login }: EndpointIr): Python {
  const parameter = (suffix: string): Python => call("parameter", [literal(`${name}_${suffix}`)]);
  const given = login === undefined ? [] : [parameter("identity"), ...loginArguments(login, parameter)];
  return assign("connection", calls("kafka_options", [parameter("servers"), ...given]));
}

/** Event Hubs takes a connection string as the password of one fixed user. */
function loginArguments(
  login: NonNullable<EndpointIr["login"]>,
  parameter: (suffix: string) => Python,
): readonly Python[] {
  switch (login.kind) {
    case "connection-string":
      return passwordArguments("$ConnectionString", login.connectionString.secret);
    case "password":
      return passwordArguments(login.user, login.password.secret);
    case "application":
      return [
        argument("client_id", parameter("client_id")),
        argument("tenant", parameter("tenant")),
        argument("client_secret", literal(login.clientSecret.secret)),
      ];
    case "service-credential":
      return [argument("credential", parameter("credential"))];
    case "managed":
      return []; // refused where it is needed
  }
}

const passwordArguments = (user: string, secret: string): readonly Python[] => [
  argument("user", literal(user)),
  argument("password", literal(secret)),
];
