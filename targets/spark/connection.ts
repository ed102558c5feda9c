import type { EndpointIr } from "../../compiler/ir/ir.js";
import { argument, assign, call, calls, literal, type Python } from "./python.js";

/** The statement that makes `connection`: how a notebook reaches hubs. Event Hubs takes a connection string as the password of one fixed user. */
export function connecting(endpoint: EndpointIr): Python {
  const parameter = (suffix: string): Python => call("parameter", [literal(`${endpoint.name}_${suffix}`)]);
  const login =
    endpoint.kind === "event-hubs"
      ? { user: "$ConnectionString", password: endpoint.connectionString }
      : endpoint.login;
  const given = login
    ? [
        parameter("identity"),
        argument("user", literal(login.user)),
        argument("password_secret", literal(login.password.secret)),
      ]
    : [];
  return assign("connection", calls("kafka_options", [parameter("servers"), ...given]));
}
