import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`_status_name_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_name_idx\` ON \`partners\` (\`_status\`,\`deleted_at\`,\`name\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_name_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_name_idx\` ON \`_partners_v\` (\`version__status\`,\`version_deleted_at\`,\`version_name\`);`)
  await db.run(sql`DROP INDEX \`_status_publishedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_publishedAt_idx\` ON \`news\` (\`_status\`,\`deleted_at\`,\`published_at\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_publishedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_publishedAt_idx\` ON \`_news_v\` (\`version__status\`,\`version_deleted_at\`,\`version_published_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`_status_deletedAt_name_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_name_idx\` ON \`partners\` (\`_status\`,\`name\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_name_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_name_idx\` ON \`_partners_v\` (\`version__status\`,\`version_name\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_publishedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_publishedAt_idx\` ON \`news\` (\`_status\`,\`published_at\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_publishedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_publishedAt_idx\` ON \`_news_v\` (\`version__status\`,\`version_published_at\`);`)
}
