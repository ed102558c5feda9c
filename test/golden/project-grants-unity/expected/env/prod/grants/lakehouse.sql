-- Who may do what in the catalog shop of the connection lakehouse of shop, in prod: exactly this may its principals on
-- these objects, their schemas and the catalog, and whatever else they hold on them is revoked. What others may is left.
-- Run it as the catalog's owner in https://adb-2.2.azuredatabricks.net, on a SQL warehouse or Databricks Runtime 16.3 or later.
-- Generated from the YAML; edit that.
BEGIN
  -- What is spoken of is there, and belongs to none of the principals.
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'archive') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema archive is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'finance') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema finance is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'finance' AND table_name = 'invoices' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table finance.invoices is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'it\'s') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema it\'s is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'it\'s' AND table_name = 'na`me' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table it\'s.na`me is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'landing') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema landing is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.volumes WHERE volume_schema = 'landing' AND volume_name = 'files') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The volume landing.files is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'sales') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema sales is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'days' AND table_type = 'VIEW') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The view sales.days is not there. Nothing was changed.';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'orders' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table sales.orders is not there. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.catalogs WHERE catalog_name = 'shop' AND lower(catalog_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The catalog is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'archive' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema archive is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'finance' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema finance is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'finance' AND table_name = 'invoices' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW') AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table finance.invoices is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'it\'s' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema it\'s is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'it\'s' AND table_name = 'na`me' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW') AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table it\'s.na`me is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'landing' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema landing is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.volumes WHERE volume_schema = 'landing' AND volume_name = 'files' AND lower(volume_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The volume landing.files is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.schemata WHERE schema_name = 'sales' AND lower(schema_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema sales is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'days' AND table_type = 'VIEW' AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The view sales.days is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;
  IF EXISTS (SELECT 1 FROM `shop`.information_schema.tables WHERE table_schema = 'sales' AND table_name = 'orders' AND table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW') AND lower(table_owner) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table sales.orders is owned by a principal, who may do anything with it. Nothing was changed.';
  END IF;

  -- The catalog.
  REVOKE ALL PRIVILEGES ON CATALOG `shop` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON CATALOG `shop` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT USE CATALOG ON CATALOG `shop` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop` FROM `grp-analysts`;
  REVOKE MANAGE ON CATALOG `shop` FROM `grp-analysts`;
  GRANT USE CATALOG ON CATALOG `shop` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop` FROM `anna@example.org`;
  REVOKE MANAGE ON CATALOG `shop` FROM `anna@example.org`;
  GRANT USE CATALOG ON CATALOG `shop` TO `anna@example.org`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop` FROM `grp-former`;
  REVOKE MANAGE ON CATALOG `shop` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON CATALOG `shop` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE ON CATALOG `shop` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  GRANT USE CATALOG ON CATALOG `shop` TO `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The schema archive.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`archive` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`archive` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT USE SCHEMA, READ VOLUME, WRITE VOLUME ON SCHEMA `shop`.`archive` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`archive` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`archive` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`archive` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`archive` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`archive` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`archive` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`archive` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`archive` FROM `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The schema finance.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`finance` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`finance` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT USE SCHEMA, SELECT ON SCHEMA `shop`.`finance` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`finance` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`finance` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`finance` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`finance` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`finance` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`finance` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`finance` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`finance` FROM `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The table finance.invoices.
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`finance`.`invoices` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON TABLE `shop`.`finance`.`invoices` FROM `Accounting ``EU`` \ O'Neill`;
  GRANT MODIFY ON TABLE `shop`.`finance`.`invoices` TO `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`finance`.`invoices` FROM `grp-analysts`;
  REVOKE MANAGE ON TABLE `shop`.`finance`.`invoices` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`finance`.`invoices` FROM `anna@example.org`;
  REVOKE MANAGE ON TABLE `shop`.`finance`.`invoices` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`finance`.`invoices` FROM `grp-former`;
  REVOKE MANAGE ON TABLE `shop`.`finance`.`invoices` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`finance`.`invoices` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE ON TABLE `shop`.`finance`.`invoices` FROM `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The schema it's.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`it's` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`it's` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`it's` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`it's` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`it's` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`it's` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`it's` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`it's` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`it's` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`it's` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  GRANT USE SCHEMA ON SCHEMA `shop`.`it's` TO `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The table it's.na`me.
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`it's`.`na``me` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON TABLE `shop`.`it's`.`na``me` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`it's`.`na``me` FROM `grp-analysts`;
  REVOKE MANAGE ON TABLE `shop`.`it's`.`na``me` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`it's`.`na``me` FROM `anna@example.org`;
  REVOKE MANAGE ON TABLE `shop`.`it's`.`na``me` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`it's`.`na``me` FROM `grp-former`;
  REVOKE MANAGE ON TABLE `shop`.`it's`.`na``me` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`it's`.`na``me` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE ON TABLE `shop`.`it's`.`na``me` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  GRANT SELECT ON TABLE `shop`.`it's`.`na``me` TO `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The schema landing.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`landing` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`landing` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`landing` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`landing` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`landing` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`landing` FROM `anna@example.org`;
  GRANT USE SCHEMA ON SCHEMA `shop`.`landing` TO `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`landing` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`landing` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`landing` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`landing` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  GRANT USE SCHEMA ON SCHEMA `shop`.`landing` TO `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The volume landing.files.
  REVOKE ALL PRIVILEGES ON VOLUME `shop`.`landing`.`files` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON VOLUME `shop`.`landing`.`files` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop`.`landing`.`files` FROM `grp-analysts`;
  REVOKE MANAGE ON VOLUME `shop`.`landing`.`files` FROM `grp-analysts`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop`.`landing`.`files` FROM `anna@example.org`;
  REVOKE MANAGE ON VOLUME `shop`.`landing`.`files` FROM `anna@example.org`;
  GRANT READ VOLUME, WRITE VOLUME ON VOLUME `shop`.`landing`.`files` TO `anna@example.org`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop`.`landing`.`files` FROM `grp-former`;
  REVOKE MANAGE ON VOLUME `shop`.`landing`.`files` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON VOLUME `shop`.`landing`.`files` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE ON VOLUME `shop`.`landing`.`files` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  GRANT READ VOLUME ON VOLUME `shop`.`landing`.`files` TO `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The schema sales.
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`sales` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`sales` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`sales` FROM `grp-analysts`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`sales` FROM `grp-analysts`;
  GRANT USE SCHEMA ON SCHEMA `shop`.`sales` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`sales` FROM `anna@example.org`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`sales` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`sales` FROM `grp-former`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`sales` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON SCHEMA `shop`.`sales` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE, EXTERNAL USE SCHEMA ON SCHEMA `shop`.`sales` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  GRANT USE SCHEMA ON SCHEMA `shop`.`sales` TO `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The view sales.days.
  REVOKE ALL PRIVILEGES ON VIEW `shop`.`sales`.`days` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON VIEW `shop`.`sales`.`days` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON VIEW `shop`.`sales`.`days` FROM `grp-analysts`;
  REVOKE MANAGE ON VIEW `shop`.`sales`.`days` FROM `grp-analysts`;
  GRANT SELECT ON VIEW `shop`.`sales`.`days` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON VIEW `shop`.`sales`.`days` FROM `anna@example.org`;
  REVOKE MANAGE ON VIEW `shop`.`sales`.`days` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON VIEW `shop`.`sales`.`days` FROM `grp-former`;
  REVOKE MANAGE ON VIEW `shop`.`sales`.`days` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON VIEW `shop`.`sales`.`days` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE ON VIEW `shop`.`sales`.`days` FROM `bbbbbbbb-0000-0000-0000-000000000002`;

  -- The table sales.orders.
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`sales`.`orders` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE MANAGE ON TABLE `shop`.`sales`.`orders` FROM `Accounting ``EU`` \ O'Neill`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`sales`.`orders` FROM `grp-analysts`;
  REVOKE MANAGE ON TABLE `shop`.`sales`.`orders` FROM `grp-analysts`;
  GRANT SELECT ON TABLE `shop`.`sales`.`orders` TO `grp-analysts`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`sales`.`orders` FROM `anna@example.org`;
  REVOKE MANAGE ON TABLE `shop`.`sales`.`orders` FROM `anna@example.org`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`sales`.`orders` FROM `grp-former`;
  REVOKE MANAGE ON TABLE `shop`.`sales`.`orders` FROM `grp-former`;
  REVOKE ALL PRIVILEGES ON TABLE `shop`.`sales`.`orders` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  REVOKE MANAGE ON TABLE `shop`.`sales`.`orders` FROM `bbbbbbbb-0000-0000-0000-000000000002`;
  GRANT SELECT, MODIFY ON TABLE `shop`.`sales`.`orders` TO `bbbbbbbb-0000-0000-0000-000000000002`;

  -- What they hold on other objects of the catalog, which is not changed, and is to be known.
  SELECT grantee, 'schema' AS type, schema_name AS object, privilege_type, inherited_from
  FROM `shop`.information_schema.schema_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002') AND schema_name NOT IN ('archive', 'finance', 'it\'s', 'landing', 'sales')
  UNION ALL
  SELECT grantee, 'table or view' AS type, concat(table_schema, '.', table_name) AS object, privilege_type, inherited_from
  FROM `shop`.information_schema.table_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002') AND concat(table_schema, '.', table_name) NOT IN ('finance.invoices', 'it\'s.na`me', 'sales.days', 'sales.orders')
  UNION ALL
  SELECT grantee, 'volume' AS type, concat(volume_schema, '.', volume_name) AS object, privilege_type, inherited_from
  FROM `shop`.information_schema.volume_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002') AND concat(volume_schema, '.', volume_name) NOT IN ('landing.files')
  UNION ALL
  SELECT grantee, 'function' AS type, concat(routine_schema, '.', routine_name) AS object, privilege_type, inherited_from
  FROM `shop`.information_schema.routine_privileges
  WHERE lower(grantee) IN ('accounting `eu` \\ o\'neill', 'grp-analysts', 'anna@example.org', 'grp-former', 'bbbbbbbb-0000-0000-0000-000000000002')
  ORDER BY grantee, type, object, privilege_type;
END;
