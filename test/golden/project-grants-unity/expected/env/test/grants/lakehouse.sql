-- Who may do what in the catalog shop_test of the connection lakehouse of shop, in test: exactly this may its principals on
-- these objects, their schemas and the catalog, and whatever else they hold on them is revoked. What others may is left.
-- Run it as the catalog's owner in https://adb-1.1.azuredatabricks.net, on a SQL warehouse or Databricks Runtime 16.3 or later.
-- Generated from the YAML; edit that.
BEGIN
  -- What is spoken of is there, and belongs to none of the principals.
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'archive') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema archive is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'finance') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema finance is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'finance' AND table_name = 'invoices' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table finance.invoices is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'it\'s') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema it\'s is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'it\'s' AND table_name = 'na`me' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table it\'s.na`me is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'landing') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema landing is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop_test`.information_schema.volumes WHERE volume_schema = 'landing' AND volume_name = 'files') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The volume landing.files is not there. Nothing was changed.';
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
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.catalogs WHERE catalog_name = 'shop_test' AND lower(catalog_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The catalog is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'archive' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema archive is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'finance' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema finance is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'finance' AND table_name = 'invoices' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW') AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table finance.invoices is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'it\'s' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema it\'s is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'it\'s' AND table_name = 'na`me' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW') AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table it\'s.na`me is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'landing' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema landing is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.volumes WHERE volume_schema = 'landing' AND volume_name = 'files' AND lower(volume_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The volume landing.files is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.schemata WHERE schema_name = 'sales' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema sales is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'days' AND table_type = 'VIEW' AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The view sales.days is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop_test`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'orders' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW') AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table sales.orders is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;

  -- The catalog.
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT USE CATALOG ON CATALOG `shop_test` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `grp-analysts`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `grp-analysts`;
  GRANT USE CATALOG ON CATALOG `shop_test` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `anna@example.org`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `anna@example.org`;
  GRANT USE CATALOG ON CATALOG `shop_test` TO `anna@example.org`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `grp-former`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop_test` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON CATALOG `shop_test` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT USE CATALOG ON CATALOG `shop_test` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The schema archive.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`archive` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`archive` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT USE SCHEMA, READ VOLUME, WRITE VOLUME ON SCHEMA `shop_test`.`archive` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`archive` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`archive` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`archive` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`archive` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`archive` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`archive` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`archive` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`archive` FROM `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The schema finance.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`finance` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`finance` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT USE SCHEMA, SELECT ON SCHEMA `shop_test`.`finance` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`finance` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`finance` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`finance` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`finance` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`finance` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`finance` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`finance` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`finance` FROM `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The table finance.invoices.
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`finance`.`invoices` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON TABLE `shop_test`.`finance`.`invoices` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT MODIFY ON TABLE `shop_test`.`finance`.`invoices` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`finance`.`invoices` FROM `grp-analysts`;
  REVOKE MANAGE ON TABLE `shop_test`.`finance`.`invoices` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`finance`.`invoices` FROM `anna@example.org`;
  REVOKE MANAGE ON TABLE `shop_test`.`finance`.`invoices` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`finance`.`invoices` FROM `grp-former`;
  REVOKE MANAGE ON TABLE `shop_test`.`finance`.`invoices` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`finance`.`invoices` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON TABLE `shop_test`.`finance`.`invoices` FROM `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The schema it's.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`it's` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`it's` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`it's` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`it's` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`it's` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`it's` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`it's` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`it's` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`it's` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`it's` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT USE SCHEMA ON SCHEMA `shop_test`.`it's` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The table it's.na`me.
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`it's`.`na``me` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON TABLE `shop_test`.`it's`.`na``me` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`it's`.`na``me` FROM `grp-analysts`;
  REVOKE MANAGE ON TABLE `shop_test`.`it's`.`na``me` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`it's`.`na``me` FROM `anna@example.org`;
  REVOKE MANAGE ON TABLE `shop_test`.`it's`.`na``me` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`it's`.`na``me` FROM `grp-former`;
  REVOKE MANAGE ON TABLE `shop_test`.`it's`.`na``me` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`it's`.`na``me` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON TABLE `shop_test`.`it's`.`na``me` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT SELECT ON TABLE `shop_test`.`it's`.`na``me` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The schema landing.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `anna@example.org`;
  GRANT USE SCHEMA ON SCHEMA `shop_test`.`landing` TO `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`landing` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`landing` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT USE SCHEMA ON SCHEMA `shop_test`.`landing` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The volume landing.files.
  REVOKE ALL PRIVILEGES ON VOLUME `shop_test`.`landing`.`files` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON VOLUME `shop_test`.`landing`.`files` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop_test`.`landing`.`files` FROM `grp-analysts`;
  REVOKE MANAGE ON VOLUME `shop_test`.`landing`.`files` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop_test`.`landing`.`files` FROM `anna@example.org`;
  REVOKE MANAGE ON VOLUME `shop_test`.`landing`.`files` FROM `anna@example.org`;
  GRANT READ VOLUME, WRITE VOLUME ON VOLUME `shop_test`.`landing`.`files` TO `anna@example.org`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop_test`.`landing`.`files` FROM `grp-former`;
  REVOKE MANAGE ON VOLUME `shop_test`.`landing`.`files` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop_test`.`landing`.`files` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON VOLUME `shop_test`.`landing`.`files` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT READ VOLUME ON VOLUME `shop_test`.`landing`.`files` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The schema sales.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `grp-analysts`;
  GRANT USE SCHEMA ON SCHEMA `shop_test`.`sales` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop_test`.`sales` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop_test`.`sales` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT USE SCHEMA ON SCHEMA `shop_test`.`sales` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The view sales.days.
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `grp-analysts`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `grp-analysts`;
  GRANT SELECT ON VIEW `shop_test`.`sales`.`days` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `anna@example.org`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `grp-former`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON VIEW `shop_test`.`sales`.`days` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON VIEW `shop_test`.`sales`.`days` FROM `aaaaaaaa-0000-0000-0000-000000000001`;

  -- The table sales.orders.
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `grp-analysts`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `grp-analysts`;
  GRANT SELECT ON TABLE `shop_test`.`sales`.`orders` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `anna@example.org`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `grp-former`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON TABLE `shop_test`.`sales`.`orders` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  REVOKE MANAGE ON TABLE `shop_test`.`sales`.`orders` FROM `aaaaaaaa-0000-0000-0000-000000000001`;
  GRANT SELECT, MODIFY ON TABLE `shop_test`.`sales`.`orders` TO `aaaaaaaa-0000-0000-0000-000000000001`;

  -- What they hold on other objects of the catalog, which is not changed, and is to be known.
  SELECT grantee, 'schema' AS type, schema_name AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.schema_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001') AND schema_name NOT IN ('archive', 'finance', 'it\'s', 'landing', 'sales')
  UNION ALL
  SELECT grantee, 'table or view' AS type, concat(table_schema, '.', table_name) AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.table_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001') AND concat(table_schema, '.', table_name) NOT IN ('finance.invoices', 'it\'s.na`me', 'sales.days', 'sales.orders')
  UNION ALL
  SELECT grantee, 'volume' AS type, concat(volume_schema, '.', volume_name) AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.volume_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001') AND concat(volume_schema, '.', volume_name) NOT IN ('landing.files')
  UNION ALL
  SELECT grantee, 'function' AS type, concat(routine_schema, '.', routine_name) AS object, privilege_type, inherited_from
  FROM `shop_test`.information_schema.routine_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'aaaaaaaa-0000-0000-0000-000000000001')
  ORDER BY grantee, type, object, privilege_type;
END;
