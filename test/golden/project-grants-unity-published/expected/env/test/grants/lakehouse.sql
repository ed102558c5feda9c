-- Who may do what in the catalog shop_test of the connection lakehouse of shop, in test: exactly this may its principals on
-- these objects, their schemas and the catalog, and whatever else they hold on them is revoked. What others may is left.
-- Run it as the catalog's owner in https://adb-1.1.azuredatabricks.net, on a SQL warehouse or Databricks Runtime 16.3 or later.
-- Generated from the YAML; edit that.
BEGIN
  -- What is spoken of is there, and belongs to none of the principals.
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'landing') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema landing is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'sales') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema sales is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'days' AND table_type = 'VIEW') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The view sales.days is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'orders' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table sales.orders is not there. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.catalogs WHERE catalog_name = 'shop_test' AND lower(catalog_owner) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The catalog is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'landing' AND lower(schema_owner) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema landing is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'sales' AND lower(schema_owner) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema sales is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'days' AND table_type = 'VIEW' AND lower(table_owner) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The view sales.days is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'orders' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW') AND lower(table_owner) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table sales.orders is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;

  -- The catalog.
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `grp-analysts`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `grp-analysts`;
  GRANT USE CATALOG ON CATALOG `shop_test` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `grp-former`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT USE CATALOG ON CATALOG `shop_test` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The schema landing.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT USE SCHEMA, READ VOLUME ON SCHEMA `shop_test`.`landing` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The schema sales.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `grp-analysts`;
  GRANT USE SCHEMA ON SCHEMA `shop_test`.`sales` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT USE SCHEMA ON SCHEMA `shop_test`.`sales` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The view sales.days.
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `grp-analysts`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `grp-analysts`;
  GRANT SELECT ON VIEW `shop_test`.`sales`.`days` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `grp-former`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The table sales.orders.
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `grp-analysts`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `grp-former`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT SELECT, MODIFY ON TABLE `shop_test`.`sales`.`orders` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- What they hold on other objects of the catalog, which is not changed, and is to be known.
  SELECT grantee, 'schema' AS type, schema_name AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.schema_privileges
  WHERE lower(grantee) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001') AND schema_name NOT IN ('landing', 'sales')
  UNION ALL
  SELECT grantee, 'table or view' AS type, concat(table_schema, '.', table_name) AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.table_privileges
  WHERE lower(grantee) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001') AND concat(table_schema, '.', table_name) NOT IN ('sales.days', 'sales.orders')
  UNION ALL
  SELECT grantee, 'volume' AS type, concat(volume_schema, '.', volume_name) AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.volume_privileges
  WHERE lower(grantee) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')
  UNION ALL
  SELECT grantee, 'function' AS type, concat(routine_schema, '.', routine_name) AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.routine_privileges
  WHERE lower(grantee) IN ('grp-analysts', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')
  ORDER BY grantee, type, object, privilege_type;
END;
