export interface paths {
    "/api/v1/csrf-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a CSRF token for requests that change something */
        get: operations["csrf_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the limits of the API key of the request, and what it uses */
        get: operations["ownkey_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys, newest first */
        get: operations["keys_list"];
        put?: never;
        /** Create an API key */
        post: operations["keys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key permanently, within a second */
        delete: operations["keys_revoke"];
        options?: never;
        head?: never;
        /**
         * Change the limits of an API key
         * @description They apply to its next jobs and assets.
         */
        patch: operations["keys_change"];
        trace?: never;
    };
    "/api/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret of an API key; the old one stops working within a second */
        post: operations["keys_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Liveness: the process responds */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readiness: the database, ffmpeg, and the storage work */
        get: operations["health_ready[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readiness: the database, ffmpeg, and the storage work */
        get: operations["health_ready[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get versions, memory, disk, load, queue, and timing engines */
        get: operations["health_details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus, in its text format */
        get: operations["metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List jobs, newest first */
        get: operations["jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get job details */
        get: operations["jobs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the status of a job; suitable for polling */
        get: operations["jobs_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a pending or processing job */
        post: operations["jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repeat a failed or cancelled job
         * @description Creates a job with the same config for the key of the request. `retry_of` of the new job is the ID of the old one, which does not change. The limits of the key are those of any submission.
         */
        post: operations["jobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit events of a job, or stream them with `Accept: text/event-stream`
         * @description The stream sends each audit event as a server-sent event with its type and `id`. Between them, `progress` events contain the status, the progress, and the current step. The stream ends after the final event. A client that reconnects with the `Last-Event-ID` of the final event gets 204.
         */
        get: operations["jobevents_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/deliveries/{delivery}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver a video again
         * @description Files that are at their destination already are not sent again.
         */
        post: operations["jobdeliveries_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List videos in all states, newest first */
        get: operations["videos_list"];
        put?: never;
        /** Create a video generation job from a config or a template */
        post: operations["videos_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get video information */
        get: operations["videos_get"];
        put?: never;
        post?: never;
        /**
         * Delete a video permanently and cancel its render
         * @description The job and its audit trail remain. The job has `deleted_at`.
         */
        delete: operations["videos_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the video as MP4
         * @description Supports range and conditional requests.
         */
        get: operations["videos_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a video
         * @description `GET /videos/{id}` lists the files. Supports range and conditional requests.
         */
        get: operations["videos_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/subtitles.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the captions of a video as SRT, WebVTT, ASS, or JSON */
        get: operations["subtitles_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the words of a video with their times */
        get: operations["subtitles_get"];
        /**
         * Render a video again with a corrected transcript
         * @description Creates a new job from the config of the video, with these words in its captions. The video itself does not change. Segments whose captions stay the same are not encoded again.
         */
        put: operations["subtitles_correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a link to a file that needs no key
         * @description Anyone who has the link can read the file until it expires, the key is revoked, or the video is deleted.
         */
        post: operations["links_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{token}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a file by its link
         * @description Supports `HEAD`, range, and conditional requests. The name is for the reader.
         */
        get: operations["links_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a request for a video
         * @description Returns all issues for which `POST /videos` would refuse the request, or warnings and an estimate. Sources are not fetched.
         */
        post: operations["previews_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute when what happens in a video
         * @description Fetches the sources and finds the words, as a render does. Sources that were fetched for a preview are used again for ten minutes.
         */
        post: operations["previews_timeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/still": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Render one frame of a video as a picture
         * @description The frame is rendered with the same filters as the video.
         */
        post: operations["previews_still"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Render a range of a video as a small draft
         * @description Sends a fragmented MP4 while it is rendered, which a page plays with Media Source Extensions. It starts and ends with whole segments. If the render fails after the first bytes, the connection ends.
         */
        post: operations["previews_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List templates, newest first */
        get: operations["templates_list"];
        put?: never;
        /** Create a template from a video config with variables */
        post: operations["templates_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the latest or an earlier revision of a template */
        get: operations["templates_get"];
        /**
         * Update a template with a new revision
         * @description Earlier revisions and their jobs remain.
         */
        put: operations["templates_update"];
        post?: never;
        /**
         * Delete a template
         * @description Jobs from the template remain, and pending ones are still rendered.
         */
        delete: operations["templates_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create many video generation jobs with different variables
         * @description Creates either all jobs or none. If an item is invalid, the response lists the issues of all items.
         */
        post: operations["batches_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a batch with the number of its jobs by status */
        get: operations["batches_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel all pending and processing jobs of a batch */
        post: operations["batches_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an upload in parts (tus protocol)
         * @description For large files and weak connections. Use a client of the tus protocol, such as tus-js-client or Uppy. The answer to the last part has the ID of the asset in `X-Asset-ID`.
         */
        post: operations["uploads_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an unfinished upload and remove its parts (tus protocol) */
        delete: operations["uploads_remove"];
        options?: never;
        /** Get the offset of an upload (tus protocol) */
        head: operations["uploads_offset"];
        /**
         * Continue an upload (tus protocol)
         * @description After the last bytes, the ID of the asset is in `X-Asset-ID`.
         */
        patch: operations["uploads_append"];
        trace?: never;
    };
    "/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List assets, newest first */
        get: operations["assets_list"];
        put?: never;
        /**
         * Upload a file, or have it fetched from a URL
         * @description Takes a picture, a video, a sound, a font, or a caption file. Use its `src` in a video config. If the key has the same content already, its asset is returned with status 200. For large files, see `POST /assets/uploads`.
         */
        post: operations["assets_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the name, type, and size of an asset */
        get: operations["assets_get"];
        put?: never;
        post?: never;
        /**
         * Delete an asset
         * @description Jobs that were accepted before still use it. New requests cannot.
         */
        delete: operations["assets_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the content of an asset
         * @description Supports range and conditional requests.
         */
        get: operations["assets_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the webhook of the key of the request */
        get: operations["webhooks_get"];
        /**
         * Set the webhook of the key of the request
         * @description It is told of all jobs of the key that end from now on. docs/webhooks.md
         */
        put: operations["webhooks_set"];
        post?: never;
        /** Remove the webhook of the key of the request */
        delete: operations["webhooks_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the secret that signs the webhooks of the key, or replace it
         * @description While both are valid, each webhook has a signature of both.
         */
        post: operations["webhooks_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to a webhook
         * @description The event is `ping`. It is sent once. Read the outcome from the log.
         */
        post: operations["webhooks_ping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was sent to webhooks, newest first */
        get: operations["webhooks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a webhook delivery with its attempts */
        get: operations["webhooks_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook again that has ended
         * @description It has the same `webhook-id`, so that a receiver can tell that it had it before.
         */
        post: operations["webhooks_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit trail, newest first
         * @description An administrator sees all events. Any other key sees the events of its own jobs and of itself. The list has no total, because counting many events costs more than reading a page.
         */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CsrfTokenDto: {
            /** @example h7Vd2kQm-0mJ3dC5n8yX1zqKfZbWvT4sRgLpQ */
            csrf_token: string;
            /**
             * @description Seconds until the token expires.
             * @example 5400
             */
            expires_in: number;
            /**
             * Format: date-time
             * @example 2026-01-01T14:00:00.000Z
             */
            expires_at: string;
        };
        KeyLimitsDto: {
            /** @example 12 */
            waiting_jobs: number;
            /**
             * @description Null: no limit.
             * @example 12
             */
            running_jobs: number | null;
            /**
             * @description Null: no limit.
             * @example null
             */
            daily_video_seconds: number | null;
            /**
             * @description Null: no limit.
             * @example null
             */
            daily_voice_characters: number | null;
            /**
             * @description Null: no limit.
             * @example null
             */
            kept_bytes: number | null;
            /** @example 12 */
            daily_config_bytes: number;
            /**
             * @description Null: no limit.
             * @example 12
             */
            asset_bytes: number | null;
            /**
             * @description Null: no limit.
             * @example 12
             */
            assets: number | null;
            /**
             * @description The highest priority that a job of the key can have.
             * @example 0
             */
            priority: number;
        };
        KeyUsageDto: {
            /**
             * @description Jobs that wait for a worker.
             * @example 12
             */
            waiting_jobs: number;
            /**
             * @description Jobs that a worker has.
             * @example 12
             */
            running_jobs: number;
            /**
             * @description Length of the videos that were finished today (UTC), in seconds.
             * @example 93.5
             */
            daily_video_seconds: number;
            /**
             * @description Characters that voice engines spoke today (UTC), without those that were in the cache.
             * @example 12
             */
            daily_voice_characters: number;
            /**
             * @description Size of the files of all videos that are not deleted.
             * @example 12
             */
            kept_bytes: number;
            /**
             * @description Size of the configs that were stored today (UTC).
             * @example 12
             */
            daily_config_bytes: number;
            /**
             * @description Size of all assets, with unfinished uploads.
             * @example 12
             */
            asset_bytes: number;
            /**
             * @description Assets, with unfinished uploads.
             * @example 12
             */
            assets: number;
        };
        OwnKeyDto: {
            /** @example 3f9a1c2b7d4e5f60 */
            id: string;
            /**
             * @example [
             *       "videos:write",
             *       "jobs:read"
             *     ]
             */
            scopes: ("videos:write" | "videos:read" | "jobs:read" | "jobs:cancel" | "audit:read" | "metrics:read" | "admin")[];
            limits: components["schemas"]["KeyLimitsDto"];
            usage: components["schemas"]["KeyUsageDto"];
            /**
             * Format: date-time
             * @description When the daily limits begin again.
             */
            day_ends_at: string;
        };
        OwnLimitsDto: {
            /** @description Maximum of waiting jobs of an API key. */
            waiting_jobs?: number | null;
            /** @description Maximum of running jobs of an API key. 0: no limit. */
            running_jobs?: number | null;
            /** @description Maximum of seconds of video of an API key in a day. 0: no limit. */
            daily_video_seconds?: number | null;
            /** @description Maximum of spoken characters of an API key in a day. 0: no limit. */
            daily_voice_characters?: number | null;
            /** @description Maximum of bytes of finished videos of an API key. 0: no limit. */
            kept_bytes?: number | null;
            /** @description Maximum of bytes of configs of an API key in a day. */
            daily_config_bytes?: number | null;
            /** @description Maximum of bytes of assets of an API key. 0: no limit. */
            asset_bytes?: number | null;
            /** @description Maximum of assets of an API key. 0: no limit. */
            assets?: number | null;
            /** @description Highest priority of a job. */
            priority?: number | null;
        };
        IssuedKeyDto: {
            /** @example 3f9a1c2b7d4e5f60 */
            id: string;
            /** @example newsroom */
            name: string;
            /**
             * @example [
             *       "videos:write",
             *       "jobs:read"
             *     ]
             */
            scopes: ("videos:write" | "videos:read" | "jobs:read" | "jobs:cancel" | "audit:read" | "metrics:read" | "admin")[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description Accurate to a minute.
             */
            last_used_at: string | null;
            /** @description The limits of the key itself. Null: those of the configuration. */
            limits: components["schemas"]["OwnLimitsDto"];
            /**
             * @description The key itself. It is shown only in this response.
             * @example vc_3f9a1c2b7d4e5f60_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
             */
            key: string;
        };
        CreateKeyDto: {
            /** @example newsroom */
            name: string;
            /**
             * @example [
             *       "videos:write",
             *       "videos:read",
             *       "jobs:read"
             *     ]
             */
            scopes: ("videos:write" | "videos:read" | "jobs:read" | "jobs:cancel" | "audit:read" | "metrics:read" | "admin")[];
            /**
             * Format: date-time
             * @description When the key expires, with a time zone. By default, the key never expires.
             * @example 2027-01-01T00:00:00Z
             */
            expires_at?: string;
            /** @description Limits that differ from those of the configuration. */
            limits?: components["schemas"]["OwnLimitsDto"];
        };
        KeyDto: {
            /** @example 3f9a1c2b7d4e5f60 */
            id: string;
            /** @example newsroom */
            name: string;
            /**
             * @example [
             *       "videos:write",
             *       "jobs:read"
             *     ]
             */
            scopes: ("videos:write" | "videos:read" | "jobs:read" | "jobs:cancel" | "audit:read" | "metrics:read" | "admin")[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description Accurate to a minute.
             */
            last_used_at: string | null;
            /** @description The limits of the key itself. Null: those of the configuration. */
            limits: components["schemas"]["OwnLimitsDto"];
        };
        KeyListDto: {
            keys: components["schemas"]["KeyDto"][];
        };
        FieldErrorDto: {
            /**
             * @description JSON pointer (RFC 6901) into the body, `?name` for a query parameter, or the name of a header.
             * @example /scenes/0/elements/1/src
             */
            pointer: string;
            /** @description What is expected and what the request has. */
            message: string;
        };
        ErrorDto: {
            /** @example The request is not valid */
            error: string;
            /**
             * @example VALIDATION_ERROR
             * @enum {string}
             */
            code: "VALIDATION_ERROR" | "MISSING_AUTH_HEADER" | "INVALID_API_KEY" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID" | "CORS_ORIGIN_REJECTED" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "JOB_NOT_FOUND" | "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND" | "TEMPLATE_NOT_FOUND" | "BATCH_NOT_FOUND" | "ASSET_NOT_FOUND" | "UPLOAD_NOT_FOUND" | "REQUEST_TOO_SLOW" | "KEY_NOT_FOUND" | "DELIVERY_NOT_FOUND" | "LINK_NOT_FOUND" | "WEBHOOK_NOT_SET" | "DELIVERY_PENDING" | "JOB_NOT_CANCELLABLE" | "JOB_NOT_RETRYABLE" | "VIDEO_NOT_READY" | "UPLOAD_CHANGED" | "PRECONDITION_FAILED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "CHECKSUM_MISMATCH" | "RANGE_NOT_SATISFIABLE" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "SOURCE_BLOCKED" | "SOURCE_NOT_FOUND" | "SOURCE_TOO_LARGE" | "SOURCE_TIMEOUT" | "MEDIA_INVALID" | "MEDIA_LIMIT_EXCEEDED" | "STORAGE_FULL" | "SERVICE_UNAVAILABLE";
            /** @description What is wrong and how to fix it, one line per error. */
            details: string;
            /** @description All errors of the request. Present only with VALIDATION_ERROR. */
            errors?: components["schemas"]["FieldErrorDto"][];
            /** @example req_70fd80da42156ecff0fd */
            request_id: string;
            /** Format: date-time */
            timestamp: string;
            /**
             * Format: uri
             * @description The page that explains this code.
             */
            help_url: string;
        };
        ChangeKeyDto: {
            /** @description Limits to change. Those that are absent stay; null is that of the configuration. */
            limits: components["schemas"]["OwnLimitsDto"];
        };
        JobLinksDto: {
            self: string;
            status: string;
            events: string;
            /** @description Null if the video was deleted. */
            video: string | null;
        };
        JobSummaryDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            progress: number;
            /** @example segments */
            current_step: string | null;
            /** @description Why the job failed. */
            error: string | null;
            /** @example SOURCE_NOT_FOUND */
            error_code: string | null;
            /** @example /scenes/0/elements/1 */
            error_pointer: string | null;
            /**
             * Format: date-time
             * @description When the video was deleted.
             */
            deleted_at: string | null;
            /** @description The number of times that a worker has started the job. */
            attempt: number;
            /**
             * @description Jobs with a higher priority start first.
             * @example 0
             */
            priority: number;
            warnings: string[];
            /** Format: uuid */
            batch_id: string | null;
            /** Format: uuid */
            template_id: string | null;
            template_revision: number | null;
            /**
             * Format: uuid
             * @description The job that this one repeats.
             */
            retry_of: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            links: components["schemas"]["JobLinksDto"];
        };
        PaginationDto: {
            /**
             * @description The page size of the request.
             * @example 20
             */
            limit: number;
            has_more: boolean;
            /**
             * @description Send it as `cursor` to get the next page. Null on the last page.
             * @example MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA
             */
            next_cursor: string | null;
            /**
             * @description The number of skipped items. Null if the request has a `cursor`.
             * @example 0
             */
            offset: number | null;
            /**
             * @description The number of items that match the filters. Null (not counted) if the request has a `cursor`.
             * @example 73
             */
            total: number | null;
        };
        JobListDto: {
            jobs: components["schemas"]["JobSummaryDto"][];
            pagination: components["schemas"]["PaginationDto"];
        };
        DeliveredFileDto: {
            /** @example video.mp4 */
            name: string;
            /** @example 2026-11-29/Harbor.mp4 */
            path: string;
        };
        DeliveryDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description The name of the destination, or its address without the query.
             * @example archive
             */
            destination: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @example 1 */
            attempts: number;
            /**
             * Format: date-time
             * @description Null if no attempt follows.
             */
            next_attempt_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            /** @description Why the last attempt failed. */
            error: string | null;
            /** @description The files that are there. */
            files: components["schemas"]["DeliveredFileDto"][];
        };
        StageDto: {
            /** @example segments */
            step: string;
            /**
             * @description Null while the step runs. Accurate to about a second until the job is completed.
             * @example 3.1
             */
            seconds: number | null;
        };
        JobDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            progress: number;
            /** @example segments */
            current_step: string | null;
            /** @description Why the job failed. */
            error: string | null;
            /** @example SOURCE_NOT_FOUND */
            error_code: string | null;
            /** @example /scenes/0/elements/1 */
            error_pointer: string | null;
            /**
             * Format: date-time
             * @description When the video was deleted.
             */
            deleted_at: string | null;
            /** @description The number of times that a worker has started the job. */
            attempt: number;
            /**
             * @description Jobs with a higher priority start first.
             * @example 0
             */
            priority: number;
            warnings: string[];
            /** Format: uuid */
            batch_id: string | null;
            /** Format: uuid */
            template_id: string | null;
            template_revision: number | null;
            /**
             * Format: uuid
             * @description The job that this one repeats.
             */
            retry_of: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            links: components["schemas"]["JobLinksDto"];
            /** @description The submitted video config. */
            config: Record<string, never>;
            /**
             * @description The `client-data` of the config, unchanged. Null without it.
             * @example {
             *       "order": 17
             *     }
             */
            client_data: Record<string, never> | null;
            /** @description The deliveries of the finished video. Empty before, and without `destinations`. */
            deliveries: components["schemas"]["DeliveryDto"][];
            /** @description The steps of the current attempt. */
            steps: components["schemas"]["StageDto"][];
            /**
             * @description Remaining render time in seconds, extrapolated from the progress. Null if it is unknown.
             * @example 12
             */
            estimated_remaining_seconds: number | null;
            /**
             * @description Position of a pending job in the order of turns, among the jobs that this key can see. 1 is next. Jobs with a higher priority, or of keys with fewer waiting jobs, may still come before it.
             * @example 1
             */
            queue_position: number | null;
        };
        JobStatusDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            progress: number;
            /** @example segments */
            current_step: string | null;
            /** @description Why the job failed. */
            error: string | null;
            /** @example SOURCE_NOT_FOUND */
            error_code: string | null;
            /** @example /scenes/0/elements/1 */
            error_pointer: string | null;
            /**
             * Format: date-time
             * @description When the video was deleted.
             */
            deleted_at: string | null;
        };
        CreatedJobDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * Format: date-time
             * @description When the video was deleted. Present only if the request was sent again after that.
             */
            deleted_at?: string;
        };
        AuditEventDto: {
            /** @example 4711 */
            id: string;
            /** @enum {string} */
            type: "job.accepted" | "job.started" | "job.step" | "job.source_retried" | "job.handed_back" | "job.completed" | "job.failed" | "job.cancelled" | "video.deleted" | "batch.created" | "batch.cancelled" | "template.created" | "template.updated" | "template.deleted" | "asset.created" | "asset.deleted" | "key.created" | "key.rotated" | "key.revoked" | "key.refused" | "key.limited" | "webhook.set" | "webhook.removed" | "webhook.disabled" | "webhook.secret_rotated" | "webhook.replayed" | "webhook.failed" | "delivery.completed" | "delivery.failed" | "delivery.retried" | "link.created" | "retention.applied" | "worker.started" | "worker.stopped" | "worker.lost";
            /** Format: uuid */
            job_id: string | null;
            /** @description The key that caused the event. */
            key_id: string | null;
            /** @description The key that owns the affected job, or the affected key itself. */
            owner_id: string | null;
            request_id: string | null;
            /**
             * @example {
             *       "worker_id": "host-1-9f2c"
             *     }
             */
            data: Record<string, never>;
            /** Format: date-time */
            created_at: string;
        };
        JobEventsDto: {
            /** Format: uuid */
            job_id: string;
            events: components["schemas"]["AuditEventDto"][];
        };
        SubtitleUrlsDto: {
            srt: string;
            vtt: string;
            ass: string;
            /** @description The words with their times. */
            json: string;
        };
        SubtitleTrackDto: {
            /** @example 73 */
            words: number;
            /**
             * @description How the word times were obtained.
             * @example aligned
             */
            method: string;
            urls: components["schemas"]["SubtitleUrlsDto"];
        };
        SegmentsDto: {
            total: number;
            /** @description The number of segments that were reused from an earlier render. */
            cached: number;
        };
        VideoFileDto: {
            /** @example video.mp4 */
            name: string;
            /** @enum {string} */
            kind: "video" | "audio" | "poster" | "preview" | "subtitles";
            /** @example video/mp4 */
            content_type: string;
            size_bytes: number;
            sha256: string;
            url: string;
        };
        VideoStageDto: {
            /** @example segments */
            step: string;
            /** @example 3.1 */
            seconds: number;
        };
        VideoLinksDto: {
            self: string;
            job: string;
            events: string;
            /** @description Null until the video is finished. */
            download: string | null;
            /** @description Null if the video has no captions. */
            transcript: string | null;
        };
        VideoDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            completed_at: string | null;
            size_bytes: number | null;
            sha256: string | null;
            duration_seconds: number | null;
            /** @example 1920x1080 */
            resolution: string | null;
            width: number | null;
            height: number | null;
            frame_rate: number | null;
            frames: number | null;
            /** @example h264 */
            video_codec: string | null;
            /** @example aac */
            audio_codec: string | null;
            subtitle_tracks: components["schemas"]["SubtitleTrackDto"][] | null;
            segments: components["schemas"]["SegmentsDto"] | null;
            /** @description The largest distance of a scene boundary from its exact time. At most 0.5. */
            max_drift_frames: number | null;
            /** @description All files of the video, the MP4 first. Empty until the video is finished. */
            files: components["schemas"]["VideoFileDto"][];
            /** @description Duration of each render step. Empty until the video is finished. */
            steps: components["schemas"]["VideoStageDto"][];
            warnings: string[];
            links: components["schemas"]["VideoLinksDto"];
        };
        VideoListDto: {
            videos: components["schemas"]["VideoDto"][];
            pagination: components["schemas"]["PaginationDto"];
        };
        DeletedVideoDto: {
            /** Format: uuid */
            id: string;
            /** @enum {boolean} */
            deleted: true;
        };
        TranscriptWordDto: {
            /** @example Hello */
            word: string;
            /** @description Seconds from the start of the video. */
            start: number;
            end: number;
            /** @description From 0 to 1. Null if the confidence is unknown. */
            confidence: number | null;
            /** @description Whether a space precedes the word. Present only if the script does not determine it. */
            space?: boolean;
        };
        TranscriptDto: {
            /** Format: uuid */
            id: string;
            /** @example en */
            language: string;
            /**
             * @description How the word times were obtained.
             * @example aligned
             */
            method: string;
            text: string;
            words: components["schemas"]["TranscriptWordDto"][];
        };
        VideoLinkDto: {
            /** @example https://video.example.com/api/v1/links/WyIw.c2ln/Harbor.mp4 */
            url: string;
            /** Format: date-time */
            expires_at: string;
            /** @example video.mp4 */
            file: string;
            /** @example video/mp4 */
            content_type: string;
            size_bytes: number;
        };
        IssueDto: {
            /** @description JSON pointer (RFC 6901) into the request. */
            pointer: string;
            message: string;
        };
        EstimateDto: {
            /** @description The length of the video. Null if only its sources tell. */
            duration_seconds: number | null;
            /** @description In all shapes of the video, as all that follows. */
            frames: number;
            /** @description Scenes and elements. */
            elements: number;
            /** @description Characters of texts and captions. */
            glyphs: number;
            /** @description The same, once for each state of an animation. */
            drawn_glyphs: number;
            /** @description The area of painted shapes. */
            shape_megapixels: number;
            /** @description The area of moving layers, in each frame. */
            moving_megapixels: number;
            /** @description Characters that voices speak. */
            voice_characters: number;
        };
        ValidationDto: {
            /** @description Whether `POST /videos` would accept the request. */
            valid: boolean;
            issues: components["schemas"]["IssueDto"][];
            /** @description What would surprise or fail later, of a valid request. */
            warnings: components["schemas"]["IssueDto"][];
            /** @description What a valid video costs, as far as its config tells: lengths that only sources tell count as nothing. The limits on work count in these units. */
            estimate: components["schemas"]["EstimateDto"] | null;
        };
        SceneSpanDto: {
            /** @description JSON pointer of the scene in the config. */
            pointer: string;
            /** @description In seconds, as all times. */
            start: number;
            end: number;
            start_frame: number;
            /** @description Exclusive. */
            end_frame: number;
            /** @description How long the scene before is still visible. */
            transition_seconds: number;
        };
        BoxDto: {
            x: number;
            y: number;
            width: number;
            height: number;
        };
        ClipSpanDto: {
            /** @description JSON pointer of the element in the config. */
            pointer: string;
            /** @enum {string} */
            type: "image" | "video" | "shape" | "text" | "group";
            start: number;
            end: number;
            start_frame: number;
            /** @description Exclusive. */
            end_frame: number;
            /** @description Where it shows, in pixels of the video, before it is cropped or turned. */
            box: components["schemas"]["BoxDto"] | null;
        };
        SoundSpanDto: {
            /** @description JSON pointer of the element in the config. */
            pointer: string;
            start: number;
            end: number;
            /** @description Whether captions take words from it. */
            is_speech: boolean;
            peaks_per_second: number;
            /** @description A byte for each peak, in base64. 255: full scale. */
            peaks: string;
        };
        WordSpanDto: {
            word: string;
            start: number;
            end: number;
            /** @description The clip or speaker that says it. */
            track: number;
        };
        WordTimingDto: {
            /**
             * @description How the times were found.
             * @example aligned
             */
            method: string;
            /** @example en */
            language: string;
        };
        CaptionSpanDto: {
            start: number;
            end: number;
            /** @description Lines are separated by line feeds. */
            text: string;
            track: number;
        };
        TimelineDto: {
            width: number;
            height: number;
            frame_rate: number;
            frames: number;
            duration_seconds: number;
            scenes: components["schemas"]["SceneSpanDto"][];
            /** @description Pictures, videos, shapes, and texts. */
            clips: components["schemas"]["ClipSpanDto"][];
            sounds: components["schemas"]["SoundSpanDto"][];
            words: components["schemas"]["WordSpanDto"][];
            /** @description Null without captions. */
            word_timing: components["schemas"]["WordTimingDto"] | null;
            captions: components["schemas"]["CaptionSpanDto"][];
            warnings: string[];
        };
        DeclaredVariableDto: {
            /** @example title */
            name: string;
            /** @enum {string} */
            type: "string" | "number" | "boolean" | "array" | "object";
            /**
             * @description The value if a request does not set the variable. Without a default, the variable is required.
             * @example Untitled
             */
            default?: Record<string, never>;
            description?: string;
        };
        TemplateDto: {
            /** Format: uuid */
            id: string;
            /** @example Product of the week */
            name: string;
            /**
             * @description Incremented with each update.
             * @example 1
             */
            revision: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description The stored video config. */
            config: Record<string, never>;
            variables: components["schemas"]["DeclaredVariableDto"][];
        };
        TemplateContentDto: {
            /** @example Product of the week */
            name: string;
            /**
             * @description A video config with expressions (docs/templates.md).
             * @example {
             *       "scenes": [
             *         {
             *           "duration": "{{ seconds }}",
             *           "elements": []
             *         }
             *       ]
             *     }
             */
            config: components["schemas"]["VideoConfig"] | components["schemas"]["VideoTemplate"];
            /** @description The variables of the template. If it declares any, it accepts no others. */
            variables?: components["schemas"]["DeclaredVariableDto"][];
        };
        TemplateSummaryDto: {
            /** Format: uuid */
            id: string;
            /** @example Product of the week */
            name: string;
            /**
             * @description Incremented with each update.
             * @example 1
             */
            revision: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        CursorPaginationDto: {
            /**
             * @description The page size of the request.
             * @example 20
             */
            limit: number;
            has_more: boolean;
            /**
             * @description Send it as `cursor` to get the next page. Null on the last page.
             * @example MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA
             */
            next_cursor: string | null;
        };
        TemplateListDto: {
            templates: components["schemas"]["TemplateSummaryDto"][];
            pagination: components["schemas"]["CursorPaginationDto"];
        };
        DeletedTemplateDto: {
            /** Format: uuid */
            id: string;
            /** @enum {boolean} */
            deleted: true;
        };
        CreatedBatchDto: {
            /** Format: uuid */
            batch_id: string;
            /** @description IDs of the jobs, in the order of the items. */
            job_ids: string[];
            /** @description IDs of the jobs whose videos were deleted. Present only if the request was sent again after that. */
            deleted_job_ids?: string[];
        };
        BatchCountsDto: {
            /** @example 1 */
            pending: number;
            /** @example 1 */
            processing: number;
            /** @example 1 */
            completed: number;
            /** @example 1 */
            failed: number;
            /** @example 1 */
            cancelled: number;
        };
        BatchLinksDto: {
            self: string;
            jobs: string;
        };
        BatchDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description The number of jobs.
             * @example 3
             */
            size: number;
            /** @description The number of jobs by status: pending, processing, completed, failed, cancelled. */
            counts: components["schemas"]["BatchCountsDto"];
            /** @description True if all jobs have ended. */
            finished: boolean;
            /** Format: date-time */
            created_at: string;
            links: components["schemas"]["BatchLinksDto"];
        };
        AssetLinksDto: {
            self: string;
            download: string;
        };
        AssetDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description The address of the file in a video config.
             * @example asset:019ab59e-4c00-7aa0-8d4e-1b2c3d4e5f60
             */
            src: string;
            /** @example intro.mp4 */
            name: string;
            /**
             * @description The media type, as detected from the content.
             * @example video/mp4
             */
            content_type: string;
            /** @example 1048576 */
            size_bytes: number;
            /** @description The SHA-256 of the content, in hexadecimal. */
            sha256: string;
            /** Format: date-time */
            created_at: string;
            links: components["schemas"]["AssetLinksDto"];
        };
        AssetListDto: {
            assets: components["schemas"]["AssetDto"][];
            pagination: components["schemas"]["CursorPaginationDto"];
        };
        DeletedAssetDto: {
            /** Format: uuid */
            id: string;
            /** @enum {boolean} */
            deleted: true;
        };
        KeyWebhookDto: {
            /** @example https://hooks.example.com/videocraft */
            url: string;
            events: ("job.completed" | "job.failed" | "job.cancelled" | "delivery.completed" | "delivery.failed" | "batch.completed")[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date-time
             * @description When the service stopped sending. Set the webhook again to go on.
             */
            disabled_at: string | null;
            disabled_reason: string | null;
        };
        WebhookSecretDto: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Null for the current secret.
             */
            expires_at: string | null;
        };
        WebhookDto: {
            /** @description Null: none is set. */
            webhook: components["schemas"]["KeyWebhookDto"] | null;
            /** @description The secrets that sign, the current one first. They are not shown again. */
            secrets: components["schemas"]["WebhookSecretDto"][];
        };
        IssuedSecretDto: {
            /**
             * @description The secret of Standard Webhooks. It is shown only in this response.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=
             */
            secret: string;
            /** @description How long the secret before also signs. */
            overlap_seconds: number;
        };
        WebhookAttemptDto: {
            /** Format: date-time */
            at: string;
            /** @description Null: there was no response. */
            status: number | null;
            /** @example 120 */
            milliseconds: number;
            error: string | null;
            /** @description The first 512 bytes. */
            answer: string | null;
        };
        WebhookDeliveryDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description The header `webhook-id`.
             * @example msg_0199
             */
            webhook_id: string;
            /** @enum {string} */
            event: "job.completed" | "job.failed" | "job.cancelled" | "delivery.completed" | "delivery.failed" | "batch.completed" | "ping";
            /** Format: uuid */
            job_id: string | null;
            /** Format: uuid */
            batch_id: string | null;
            /**
             * @description What asked for the webhook.
             * @enum {string}
             */
            origin: "job" | "batch" | "key" | "ping";
            url: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            attempts: number;
            last_attempt: components["schemas"]["WebhookAttemptDto"] | null;
            /**
             * Format: date-time
             * @description Null if no attempt follows.
             */
            next_attempt_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at: string | null;
        };
        WebhookDeliveryListDto: {
            deliveries: components["schemas"]["WebhookDeliveryDto"][];
            pagination: components["schemas"]["CursorPaginationDto"];
        };
        WebhookDeliveryDetailsDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description The header `webhook-id`.
             * @example msg_0199
             */
            webhook_id: string;
            /** @enum {string} */
            event: "job.completed" | "job.failed" | "job.cancelled" | "delivery.completed" | "delivery.failed" | "batch.completed" | "ping";
            /** Format: uuid */
            job_id: string | null;
            /** Format: uuid */
            batch_id: string | null;
            /**
             * @description What asked for the webhook.
             * @enum {string}
             */
            origin: "job" | "batch" | "key" | "ping";
            url: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            attempts: number;
            last_attempt: components["schemas"]["WebhookAttemptDto"] | null;
            /**
             * Format: date-time
             * @description Null if no attempt follows.
             */
            next_attempt_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at: string | null;
            /** @description The last 20 attempts, oldest first. */
            log: components["schemas"]["WebhookAttemptDto"][];
        };
        AuditListDto: {
            events: components["schemas"]["AuditEventDto"][];
            pagination: components["schemas"]["CursorPaginationDto"];
        };
        VideoConfig: {
            /** @description Address or path of the JSON Schema, for editors. The service ignores it. */
            $schema?: string;
            /**
             * @description The form of the config. Configs of [other systems](importing.md) have the name of theirs. Default: known by the shape.
             * @enum {string}
             */
            format?: "videocraft";
            /**
             * @description Named size of the video. `custom` requires `width` and `height`.
             * @default full-hd
             * @enum {string}
             */
            resolution?: "sd" | "hd" | "full-hd" | "4k" | "squared" | "instagram-story" | "instagram-reel" | "instagram-feed" | "instagram-portrait" | "tiktok" | "youtube-shorts" | "youtube" | "twitter-landscape" | "twitter-portrait" | "twitter-square" | "facebook-feed" | "facebook-story" | "linkedin-landscape" | "linkedin-square" | "custom" | "uhd" | "square" | "instagram-post" | "youtube-short" | "youtube-video";
            /** @description Width in pixels. Overrides `resolution`. */
            width?: number;
            /** @description Height in pixels. Overrides `resolution`. */
            height?: number;
            /**
             * @description Frames per second.
             * @default 30
             */
            fps?: number | (23.976 | 29.97 | 59.94);
            /**
             * @description Trade-off between file size and picture quality.
             * @default medium
             * @enum {string}
             */
            quality?: "low" | "medium" | "high";
            /** @description The longest time from one key picture to the next. Default: 10 where the picture stands still, 5 where it moves. Longer makes smaller files, shorter makes seeking faster. */
            "keyframe-interval"?: number;
            /** @description The longest time from one key picture to the next. Default: 10 where the picture stands still, 5 where it moves. Longer makes smaller files, shorter makes seeking faster. */
            keyframe_interval?: number;
            /**
             * @description Encodes as fast as possible, for a quick look.
             * @default false
             */
            draft?: boolean;
            /** @description Normalizes the sound to this loudness in LUFS, with true peaks below -1 dBTP. `true` is -14. */
            loudness?: boolean | number;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description Any JSON value. It is stored with the job, and returned with it and in webhooks. */
            "client-data"?: unknown;
            /** @description Any JSON value. It is stored with the job, and returned with it and in webhooks. */
            client_data?: unknown;
            /** @description Name for saving the video, with or without `.mp4`. The default is the ID of the job. */
            filename?: string;
            /** @description Addresses that the service calls when the job ends: an object or a list of up to 5. */
            webhook?: components["schemas"]["ConfigWebhook"][] | components["schemas"]["ConfigWebhook"];
            /** @description Where the service delivers the finished video. */
            destinations?: components["schemas"]["ConfigDestination"][];
            /**
             * @description Jobs with a higher priority start first. The key limits it.
             * @default 0
             */
            priority?: number;
            /** @description The scenes, in order. */
            scenes: components["schemas"]["ConfigScene"][];
            /**
             * @description Elements that span the whole video.
             * @default []
             */
            elements?: (components["schemas"]["ConfigAudio"] | components["schemas"]["ConfigVoice"] | components["schemas"]["ConfigImage"] | components["schemas"]["ConfigHtml"] | components["schemas"]["ConfigVideo"] | components["schemas"]["ConfigShape"] | components["schemas"]["ConfigText"] | components["schemas"]["ConfigWaveform"] | components["schemas"]["ConfigGroup"] | components["schemas"]["ConfigComponent"] | components["schemas"]["ConfigSubtitles"])[];
            /**
             * @description Additional files: other aspect ratios, pictures, previews, or only the sound.
             * @default []
             */
            outputs?: (components["schemas"]["ConfigOutputVideo"] | components["schemas"]["ConfigOutputPoster"] | components["schemas"]["ConfigOutputPreview"] | components["schemas"]["ConfigOutputAudio"])[];
            /** @description Renders only the frames at these times, in seconds, as small pictures for a quick check. */
            stills?: number[];
        };
        ConfigWebhook: {
            /** @description The address that gets a POST request for each event. */
            url: string;
            /** @description The events that it gets. The default is all. */
            events?: ("job.completed" | "job.failed" | "job.cancelled" | "delivery.completed" | "delivery.failed")[];
        };
        ConfigDestination: {
            /** @description The name that the operator gave the destination. */
            name?: string;
            /** @description An address that was signed for one upload (HTTP PUT), instead of `name`. */
            url?: string;
            /** @description Path within the destination. `{job_id}`, `{filename}`, `{date}`, `{year}`, `{month}`, `{day}`, `{hour}`, `{minute}`, and `{second}` are filled in. The default is `{filename}`. */
            path?: string;
            /**
             * @description `all` also delivers previews, posters, and caption files.
             * @default video
             * @enum {string}
             */
            files?: "video" | "all";
        };
        ConfigScene: {
            /** @description Unique name of the scene. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /**
             * @description Color behind the elements.
             * @default #000000
             */
            "background-color"?: string;
            /**
             * @description Color behind the elements.
             * @default #000000
             */
            background_color?: string;
            /** @description Length in seconds. -1 (default): the length of the audio, or of the longest picture or video if there is no audio. `longest`: until its last element ends. */
            duration?: (number | -1) | "longest";
            /**
             * @description Whether the scene goes on until the elements of the whole video have ended, if they end later.
             * @default false
             */
            outlast?: boolean;
            /** @description Transition from the previous scene. Both scenes are visible while it lasts. */
            transition?: components["schemas"]["ConfigTransition"];
            /** @description Look of the captions in this scene. Missing settings are those of the subtitles element. */
            "caption-settings"?: components["schemas"]["ConfigCaptionSettings"];
            /** @description Look of the captions in this scene. Missing settings are those of the subtitles element. */
            caption_settings?: components["schemas"]["ConfigCaptionSettings"];
            /**
             * @description The elements of the scene.
             * @default []
             */
            elements?: (components["schemas"]["ConfigAudio"] | components["schemas"]["ConfigVoice"] | components["schemas"]["ConfigImage"] | components["schemas"]["ConfigHtml"] | components["schemas"]["ConfigVideo"] | components["schemas"]["ConfigShape"] | components["schemas"]["ConfigText"] | components["schemas"]["ConfigWaveform"] | components["schemas"]["ConfigGroup"] | components["schemas"]["ConfigComponent"] | components["schemas"]["ConfigSubtitles"])[];
        };
        ConfigTransition: {
            /**
             * @description `fade` is a plain cross-fade. The other styles require an ffmpeg whose `xfade` filter supports them.
             * @default fade
             * @enum {string}
             */
            style?: "fade" | "fadeblack" | "fadewhite" | "dissolve" | "distance" | "pixelize" | "radial" | "wipeleft" | "wiperight" | "wipeup" | "wipedown" | "slideleft" | "slideright" | "slideup" | "slidedown" | "smoothleft" | "smoothright" | "smoothup" | "smoothdown" | "circleopen" | "circleclose" | "circlecrop" | "rectcrop" | "vertopen" | "vertclose" | "horzopen" | "horzclose" | "diagtl" | "diagtr" | "diagbl" | "diagbr" | "hlslice" | "hrslice" | "vuslice" | "vdslice" | "fadegrays" | "hblur" | "wipetl" | "wipetr" | "wipebl" | "wipebr" | "squeezeh" | "squeezev" | "zoomin" | "fadefast" | "fadeslow" | "hlwind" | "hrwind" | "vuwind" | "vdwind" | "coverleft" | "coverright" | "coverup" | "coverdown" | "revealleft" | "revealright" | "revealup" | "revealdown" | "crossfade" | "cross-fade" | "fade-black" | "fade-white" | "circle-open" | "circle-close" | "zoom-in" | "wipe-left" | "wipe-right" | "wipe-up" | "wipe-down" | "slide-left" | "slide-right" | "slide-up" | "slide-down" | "smooth-left" | "smooth-right" | "smooth-up" | "smooth-down" | "cover-left" | "cover-right" | "cover-up" | "cover-down" | "reveal-left" | "reveal-right" | "reveal-up" | "reveal-down";
            /**
             * @description Time in seconds during which both scenes are visible.
             * @default 1
             */
            duration?: number;
            /**
             * @description Whether a transition that is longer than half of one of its scenes is as long as that half. Otherwise, the job fails if it does not fit.
             * @default false
             */
            shorten?: boolean;
        };
        ConfigCaptionSettings: {
            /**
             * @description How words appear and disappear.
             * @default progressive
             * @enum {string}
             */
            style?: "progressive" | "classic" | "classic-progressive" | "classic-one-word" | "boxed-line" | "boxed-word" | "karaoke" | "highlight" | "pop" | "bounce" | "typewriter" | "underline";
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            "font-url"?: string;
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            font_url?: string;
            /** @description 400 is regular, 700 is bold. Uses the nearest weight of the family. The default depends on `style`. */
            "font-weight"?: number;
            /** @description 400 is regular, 700 is bold. Uses the nearest weight of the family. The default depends on `style`. */
            font_weight?: number;
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             * @enum {string}
             */
            "font-style"?: "normal" | "italic" | "oblique";
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             * @enum {string}
             */
            font_style?: "normal" | "italic" | "oblique";
            /** @description Font size (em) in pixels of the output. Default: a 17th of the frame height, or a 13th of the frame width in portrait. */
            "font-size"?: number | string;
            /** @description Font size (em) in pixels of the output. Default: a 17th of the frame height, or a 13th of the frame width in portrait. */
            font_size?: number | string;
            /** @description Distance between baselines, as a multiple of the font size. The default depends on `style`. */
            "line-height"?: number;
            /** @description Distance between baselines, as a multiple of the font size. The default depends on `style`. */
            line_height?: number;
            /**
             * @description Extra space between letters in pixels. Letters of joined scripts stay joined.
             * @default 0
             */
            "letter-spacing"?: number | string;
            /**
             * @description Extra space between letters in pixels. Letters of joined scripts stay joined.
             * @default 0
             */
            letter_spacing?: number | string;
            /** @description Color of the word that is spoken. The default depends on `style`. */
            "word-color"?: string;
            /** @description Color of the word that is spoken. The default depends on `style`. */
            word_color?: string;
            /** @description Color of the other words. Default: white. */
            "line-color"?: string;
            /** @description Color of the other words. Default: white. */
            line_color?: string;
            /** @description Words and phrases in `keyword-color`. Letter case and punctuation are ignored. */
            keywords?: string[];
            /** @description Color of keywords that are not being spoken. Default: `#4ADE80`. */
            "keyword-color"?: string;
            /** @description Color of keywords that are not being spoken. Default: `#4ADE80`. */
            keyword_color?: string;
            /** @description Color of the shadow. Default: `#00000080`. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080`. */
            shadow_color?: string;
            /** @description Offset of the shadow to the right and down, in pixels. */
            "shadow-offset"?: number | string;
            /** @description Offset of the shadow to the right and down, in pixels. */
            shadow_offset?: number | string;
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            "shadow-x"?: number | string;
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            shadow_x?: number | string;
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            "shadow-y"?: number | string;
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            shadow_y?: number | string;
            /** @description Radius of the blur of the shadow, as in CSS. */
            "shadow-blur"?: number | string;
            /** @description Radius of the blur of the shadow, as in CSS. */
            shadow_blur?: number | string;
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            "text-shadow"?: string;
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            text_shadow?: string;
            /** @description Color of the box behind lines or words. The default depends on `style`; most styles have no box. */
            "box-color"?: string;
            /** @description Color of the box behind lines or words. The default depends on `style`; most styles have no box. */
            box_color?: string;
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. The default depends on `style`. */
            padding?: ((number | string) | (number | string)[]) | string;
            /** @description Radius of the corners of the box. The default depends on `style`. */
            "box-radius"?: number | string;
            /** @description Radius of the corners of the box. The default depends on `style`. */
            box_radius?: number | string;
            /** @description Width of a border inside the edge of the box. */
            "box-border-width"?: number | string;
            /** @description Width of a border inside the edge of the box. */
            box_border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "box-border-color"?: string;
            /** @description Color of the border. Default: black. */
            box_border_color?: string;
            /** @description Color of the outline. Default: black. */
            "outline-color"?: string;
            /** @description Color of the outline. Default: black. */
            outline_color?: string;
            /** @description Width of the outline in pixels. The default depends on `style`, in most styles 0.075 of the font size. */
            "outline-width"?: number | string;
            /** @description Width of the outline in pixels. The default depends on `style`, in most styles 0.075 of the font size. */
            outline_width?: number | string;
            /**
             * @description Position of the captions in the safe area.
             * @default center-bottom
             * @enum {string}
             */
            position?: "center" | "mid-top" | "mid-bottom" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "left-mid-top" | "mid-top-left" | "left-mid-bottom" | "mid-bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "center-mid-top" | "mid-top-center" | "center-mid-bottom" | "mid-bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right" | "right-mid-top" | "mid-top-right" | "right-mid-bottom" | "mid-bottom-right";
            /** @description Where the left edge, the center, or the right edge of the captions is in the frame, as `position` says. */
            x?: number | string;
            /** @description Where the top, the middle, or the bottom of the captions is in the frame, as `position` says. */
            y?: number | string;
            /** @description Margins without captions: a percentage of the frame, one for each side, or the area that an app draws over. Default: `title` (5%). */
            "safe-area"?: (components["schemas"]["ConfigCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels");
            /** @description Margins without captions: a percentage of the frame, one for each side, or the area that an app draws over. Default: `title` (5%). */
            safe_area?: (components["schemas"]["ConfigCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels");
            /**
             * @description Maximum number of words on a line.
             * @default 6
             */
            "max-words-per-line"?: number;
            /**
             * @description Maximum number of words on a line.
             * @default 6
             */
            max_words_per_line?: number;
            /**
             * @description Maximum number of characters on a line. A single word can be longer.
             * @default 42
             */
            "max-chars-per-line"?: number;
            /**
             * @description Maximum number of characters on a line. A single word can be longer.
             * @default 42
             */
            max_chars_per_line?: number;
            /**
             * @description Maximum number of lines on a page.
             * @default 2
             */
            "max-lines"?: number;
            /**
             * @description Maximum number of lines on a page.
             * @default 2
             */
            max_lines?: number;
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            "all-caps"?: boolean;
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            all_caps?: boolean;
            /**
             * @description Letter case. Default: as in the text.
             * @enum {string}
             */
            "text-transform"?: "none" | "uppercase" | "lowercase" | "capitalize";
            /**
             * @description Letter case. Default: as in the text.
             * @enum {string}
             */
            text_transform?: "none" | "uppercase" | "lowercase" | "capitalize";
            /**
             * @description A line below, through, or above the letters.
             * @default none
             * @enum {string}
             */
            "text-decoration"?: "none" | "underline" | "line-through" | "overline";
            /**
             * @description A line below, through, or above the letters.
             * @default none
             * @enum {string}
             */
            text_decoration?: "none" | "underline" | "line-through" | "overline";
            /** @description Replacements for words: `{ "word": "text" }`. `""` hides the word. */
            replace?: {
                [key: string]: string;
            };
            /**
             * @description Delay of all captions in seconds. A negative value shows them earlier.
             * @default 0
             */
            offset?: number;
        };
        ConfigCaptionMargins: {
            /**
             * @description Margin above, in percent of the frame height.
             * @default 5
             */
            top?: number;
            /**
             * @description Margin on the right, in percent of the frame width.
             * @default 5
             */
            right?: number;
            /**
             * @description Margin below, in percent of the frame height.
             * @default 5
             */
            bottom?: number;
            /**
             * @description Margin on the left, in percent of the frame width.
             * @default 5
             */
            left?: number;
        };
        ConfigAudio: {
            /** @enum {string} */
            type: "audio";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description Address of the source: a URL, or `asset:` and the ID of an uploaded file. */
            src: string;
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            "accept-damaged"?: boolean;
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            accept_damaged?: boolean;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description Start position in the source, in seconds.
             * @default 0
             */
            seek?: number;
            /** @description End position in the source, in seconds. Default: its end. */
            until?: number;
            /**
             * @description Repeats the source when it ends.
             * @default false
             */
            loop?: boolean;
            /** @description Playback speed. The pitch of the sound does not change. `fit`: the source takes exactly the time of the element, which lasts until the end of its scene if it has no `duration`. A sound slower than 0.25 or faster than 4 is then silent. Default: 1. */
            speed?: number | "fit";
            /**
             * @description Volume as a linear gain.
             * @default 1
             */
            volume?: number;
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            "audio-track"?: number | string;
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            audio_track?: number | string;
            /** @description Lowers the volume while somebody speaks. `true` lowers it by 12 dB. */
            ducking?: boolean | components["schemas"]["ConfigDucking"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigAudioKeyframes"];
            /** @description `false`: music, which is never searched for words. Default: `true`, or `false` with `ducking`. */
            speech?: boolean;
            /** @description Language of the speech, as a BCP 47 tag. */
            language?: string;
            /** @description The script: the text that is spoken. It is aligned to the sound to find the word times. */
            text?: string;
            /** @description The words with their times, instead of `text`: a list, or the unchanged JSON output of a speech tool. */
            words?: components["schemas"]["ConfigWord"][] | Record<string, never> | unknown[];
            /**
             * @description Whether the sound goes on when its scene ends. It then has no effect on the length of the scene.
             * @default false
             */
            "beyond-scene"?: boolean;
            /**
             * @description Whether the sound goes on when its scene ends. It then has no effect on the length of the scene.
             * @default false
             */
            beyond_scene?: boolean;
        };
        ConfigStart: {
            /** @description ID of the element after whose end this one begins. */
            after?: string;
            /** @description ID of the element with which this one begins. */
            "same-as"?: string;
            /** @description ID of the element with which this one begins. */
            same_as?: string;
            /**
             * @description Seconds later, or with a negative number, earlier.
             * @default 0
             */
            offset?: number;
        };
        ConfigDuration: {
            /** @description ID of the element that lasts as long as this one. */
            "same-as": string;
            /** @description ID of the element that lasts as long as this one. */
            same_as?: string;
        };
        ConfigDucking: {
            /**
             * @description Gain in decibels while somebody speaks.
             * @default -12
             */
            level?: number;
            /**
             * @description Length of the fade down in seconds. It ends when the voice begins.
             * @default 0.3
             */
            attack?: number;
            /**
             * @description Length of the fade up after the voice, in seconds.
             * @default 0.8
             */
            release?: number;
        };
        ConfigAudioKeyframes: {
            /** @description Factor of the `volume` of the element. */
            volume?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
        };
        ConfigWord: {
            /** @description The word, including its punctuation. */
            word?: string;
            /** @description Start of the word in seconds. */
            start?: number;
            /** @description End of the word in seconds. If it is missing or equal to `start`, the word ends when the next word begins. */
            end?: number;
            /** @description Whether a space precedes the word on a line. The default depends on the writing system. */
            space?: boolean;
        } & {
            [key: string]: unknown;
        };
        ConfigVoice: {
            /** @enum {string} */
            type: "voice";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /** @description The text to speak. `<break time="500ms"/>` is a pause, and an empty line separates paragraphs. */
            text: string;
            /** @description Name of the voice. Default: the voice that the operator chose. */
            voice?: string;
            /** @description Language of the text, as a BCP 47 tag. */
            language?: string;
            /** @description Voice engine: its name, or its kind. Default: the engine of the voice. */
            provider?: string;
            /** @description Model of the engine. Default: the model of the engine. */
            model?: string;
            /** @description Name of the voice engine. It takes precedence over `provider`. */
            connection?: string;
            /**
             * @description Speaking rate. 1 is the usual one of the voice.
             * @default 1
             */
            speed?: number;
            /**
             * @description Pitch of the voice in semitones, for engines that can change it.
             * @default 0
             */
            pitch?: number;
            /**
             * @description Volume as a linear gain.
             * @default 1
             */
            volume?: number;
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigAudioKeyframes"];
        };
        ConfigImage: {
            /** @enum {string} */
            type: "image";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description Address of the source: a URL, `asset:` and the ID of an uploaded file, or an SVG drawing as `data:image/svg+xml,` and its text or its Base64. */
            src: string;
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            "accept-damaged"?: boolean;
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            accept_damaged?: boolean;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["ConfigMask"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /**
             * @description Space between the edges of the box and the picture in it, in pixels.
             * @default 0
             */
            padding?: number | string;
            /**
             * @description How the picture fills its box. `cover` and `contain` keep the aspect ratio, and `fit` also never enlarges. `fill` and `stretch` fill the box exactly. `center` keeps the size of the picture. `blur` is `contain` over a blurred `cover` of the same picture. `none` is `fill`, but without `width` and `height`, the box has the size of the picture.
             * @default cover
             * @enum {string}
             */
            resize?: "cover" | "contain" | "fill" | "fit" | "stretch" | "center" | "blur" | "none";
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: number | string;
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            "offset-x"?: number | string;
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            offset_x?: number | string;
            /** @description Moves the box down. */
            "offset-y"?: number | string;
            /** @description Moves the box down. */
            offset_y?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: number | string;
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: number | string;
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "border-color"?: string;
            /** @description Color of the border. Default: black. */
            border_color?: string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: number | string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: number | string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string;
            /** @description The visible part of the source. Default: all of it. */
            crop?: components["schemas"]["ConfigCrop"];
            /**
             * @description Mirrors the picture: `horizontal` swaps left and right, `vertical` swaps top and bottom.
             * @enum {string}
             */
            flip?: "horizontal" | "vertical" | "both";
            /** @description Color correction. */
            correction?: components["schemas"]["ConfigCorrection"];
            /** @description Makes one color transparent, as with a green screen. */
            "chroma-key"?: components["schemas"]["ConfigChromaKey"];
            /** @description Makes one color transparent, as with a green screen. */
            chroma_key?: components["schemas"]["ConfigChromaKey"];
            /**
             * @description Zooms in by this many tenths while the picture is visible. A negative value starts zoomed in and zooms out.
             * @default 0
             */
            zoom?: number;
            /**
             * @description Direction in which the view moves while the picture is visible.
             * @enum {string}
             */
            pan?: "left" | "right" | "top" | "bottom" | "top-left" | "top-right" | "bottom-left" | "bottom-right";
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            "pan-distance"?: number;
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            pan_distance?: number;
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            "animate-out"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            animate_out?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
        };
        ConfigMatte: {
            /**
             * @description What counts: the opacity of the matte (`alpha`), or its brightness (`luma`), where black and transparent are the same.
             * @default alpha
             * @enum {string}
             */
            type?: "alpha" | "luma" | "alpha-inverted" | "luma-inverted";
            /** @description The image, page of HTML, video, shape, text, waveform, group, or component whose opacity or brightness counts. */
            element: components["schemas"]["ConfigImage"] | components["schemas"]["ConfigHtml"] | components["schemas"]["ConfigVideo"] | components["schemas"]["ConfigShape"] | components["schemas"]["ConfigText"] | components["schemas"]["ConfigWaveform"] | components["schemas"]["ConfigGroup"] | components["schemas"]["ConfigComponent"];
        };
        ConfigHtml: {
            /** @enum {string} */
            type: "html";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description The page: HTML with its styles. Scripts, frames, and what plays are left out. The background is transparent. */
            html: string;
            /**
             * @description Rules of CSS for the page.
             * @default
             */
            css?: string;
            /**
             * @description Pixels of the picture for each pixel of the page. Raise it for a page that grows in the video.
             * @default 1
             */
            "pixel-ratio"?: number;
            /**
             * @description Pixels of the picture for each pixel of the page. Raise it for a page that grows in the video.
             * @default 1
             */
            pixel_ratio?: number;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["ConfigMask"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /**
             * @description Space between the edges of the box and the picture in it, in pixels.
             * @default 0
             */
            padding?: number | string;
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: number | string;
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            "offset-x"?: number | string;
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            offset_x?: number | string;
            /** @description Moves the box down. */
            "offset-y"?: number | string;
            /** @description Moves the box down. */
            offset_y?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: number | string;
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: number | string;
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "border-color"?: string;
            /** @description Color of the border. Default: black. */
            border_color?: string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: number | string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: number | string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string;
            /** @description The visible part of the source. Default: all of it. */
            crop?: components["schemas"]["ConfigCrop"];
            /**
             * @description Mirrors the picture: `horizontal` swaps left and right, `vertical` swaps top and bottom.
             * @enum {string}
             */
            flip?: "horizontal" | "vertical" | "both";
            /** @description Color correction. */
            correction?: components["schemas"]["ConfigCorrection"];
            /** @description Makes one color transparent, as with a green screen. */
            "chroma-key"?: components["schemas"]["ConfigChromaKey"];
            /** @description Makes one color transparent, as with a green screen. */
            chroma_key?: components["schemas"]["ConfigChromaKey"];
            /**
             * @description Zooms in by this many tenths while the picture is visible. A negative value starts zoomed in and zooms out.
             * @default 0
             */
            zoom?: number;
            /**
             * @description Direction in which the view moves while the picture is visible.
             * @enum {string}
             */
            pan?: "left" | "right" | "top" | "bottom" | "top-left" | "top-right" | "bottom-left" | "bottom-right";
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            "pan-distance"?: number;
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            pan_distance?: number;
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            "animate-out"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            animate_out?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
        };
        ConfigMask: {
            /**
             * @description `ellipse` fills the area. `circle` is centered in it.
             * @default rectangle
             * @enum {string}
             */
            shape?: "rectangle" | "ellipse" | "circle";
            /** @description Left edge of the area, in pixels or as a percentage of the element. */
            x?: number | string;
            /** @description Top edge of the area. */
            y?: number | string;
            /** @description Width of the area. Default: that of the element. */
            width?: number | string;
            /** @description Height of the area. Default: that of the element. */
            height?: number | string;
            /** @description Radius of the corners of a rectangle; a percentage is of the shorter side of the area. */
            radius?: number | string;
            /** @description Width of the soft edge, inward; a percentage is of the shorter side of the area. */
            feather?: number | string;
            /**
             * @description Shows what is outside of the area instead.
             * @default false
             */
            invert?: boolean;
        };
        ConfigRotation: {
            /**
             * @description Angle when the element appears, in degrees clockwise.
             * @default 0
             */
            angle?: number;
            /**
             * @description Rotation in degrees per second.
             * @default 0
             */
            speed?: number;
        };
        ConfigCrop: {
            /** @description Left edge of the crop, in pixels or as a percentage of the source. */
            x?: number | string;
            /** @description Top edge of the crop. */
            y?: number | string;
            /** @description Width of the crop. Default: up to the right edge of the source. */
            width?: number | string;
            /** @description Height of the crop. Default: down to the bottom edge of the source. */
            height?: number | string;
        };
        ConfigCorrection: {
            /** @description A lookup table of colors: a `.cube` file, which is applied before everything else. */
            lut?: string;
            /**
             * @description Amount of the lookup table. 0 leaves the colors as they are.
             * @default 1
             */
            "lut-intensity"?: number;
            /**
             * @description Amount of the lookup table. 0 leaves the colors as they are.
             * @default 1
             */
            lut_intensity?: number;
            /**
             * @description Added to each pixel. -1 is black, 1 is white.
             * @default 0
             */
            brightness?: number;
            /**
             * @description Multiplies the distance from middle gray. 0 is plain gray, 2 doubles the contrast.
             * @default 1
             */
            contrast?: number;
            /**
             * @description Multiplies the strength of the colors. 0 removes all color.
             * @default 1
             */
            saturation?: number;
            /**
             * @description A value above 1 brightens shadows and midtones, a value below 1 darkens them.
             * @default 1
             */
            gamma?: number;
            /**
             * @description Rotates all hues, in degrees.
             * @default 0
             */
            hue?: number;
            /**
             * @description Amount of color to remove. 1 is black and white.
             * @default 0
             */
            grayscale?: number;
            /**
             * @description Amount of sepia tone.
             * @default 0
             */
            sepia?: number;
            /**
             * @description Gaussian blur: the standard deviation in pixels of the output.
             * @default 0
             */
            blur?: number;
            /**
             * @description Amount of the negative. 1 swaps dark and light, and all colors.
             * @default 0
             */
            negative?: number;
            /** @description A color in which the picture appears, from black to this color. Its opacity is the amount of tint. */
            tint?: string;
            /** @description A color over the picture, with its opacity. */
            "overlay-color"?: string;
            /** @description A color over the picture, with its opacity. */
            overlay_color?: string;
            /**
             * @description Darkens the picture towards its corners. At 1, these are black.
             * @default 0
             */
            vignette?: number;
            /**
             * @description Sharpens edges: the amount of unsharp masking of the brightness.
             * @default 0
             */
            sharpen?: number;
        };
        ConfigChromaKey: {
            /**
             * @description The color that becomes transparent.
             * @default #00FF00
             */
            color?: string;
            /**
             * @description Distance from the color up to which pixels are fully transparent.
             * @default 0.1
             */
            tolerance?: number;
            /**
             * @description Further distance over which pixels become opaque. 0 is a hard edge.
             * @default 0.05
             */
            blend?: number;
            /**
             * @description Distance from the color up to which pixels are fully transparent.
             * @default 0.1
             */
            similarity?: number;
        };
        ConfigKeyframes: {
            /** @description Left edge of the box, as in `x`. */
            x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Top edge of the box, as in `y`. */
            y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance to the right from the place of the box. */
            "offset-x"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance to the right from the place of the box. */
            offset_x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance down from the place of the box. */
            "offset-y"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance down from the place of the box. */
            offset_y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Size as a factor, or a percentage such as `"150%"`. */
            scale?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Width as a factor. A negative one mirrors. */
            "scale-x"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Width as a factor. A negative one mirrors. */
            scale_x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Height as a factor. */
            "scale-y"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Height as a factor. */
            scale_y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees clockwise. */
            rotation?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which vertical edges lean. */
            "skew-x"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which vertical edges lean. */
            skew_x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which horizontal edges lean. */
            "skew-y"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which horizontal edges lean. */
            skew_y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description 0 is fully transparent, 1 is the `opacity` of the element. */
            opacity?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Radius of the blur in pixels. */
            blur?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the left. */
            "crop-left"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the left. */
            crop_left?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the right. */
            "crop-right"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the right. */
            crop_right?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the top. */
            "crop-top"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the top. */
            crop_top?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the bottom. */
            "crop-bottom"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the bottom. */
            crop_bottom?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
        };
        ConfigLoopAnimation: {
            /**
             * @description What it looks like.
             * @enum {string}
             */
            style: "zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip";
            /** @description How the time of the animation passes. Default: by style. */
            easing?: string;
            /**
             * @description Where the movement goes. Default: by style.
             * @enum {string}
             */
            direction?: "left" | "right" | "up" | "down";
            /** @description How far it moves, in pixels or as a percentage of the box. Default: by style. */
            distance?: number | string;
            /** @description The size that is farthest from that at rest. */
            scale?: number | string;
            /** @description How far it turns, in degrees. */
            angle?: number;
            /** @description Swings in a second. */
            frequency?: number;
            /** @description Whether it also fades. Default: by style. */
            fade?: boolean;
        };
        ConfigAnimation: {
            /**
             * @description What it looks like.
             * @default fade
             * @enum {string}
             */
            style?: "fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur";
            /**
             * @description Length in seconds.
             * @default 0.5
             */
            duration?: number;
            /** @description How the time of the animation passes. Default: by style. */
            easing?: string;
            /**
             * @description Where the movement goes. Default: by style.
             * @enum {string}
             */
            direction?: "left" | "right" | "up" | "down";
            /** @description How far it moves, in pixels or as a percentage of the box. Default: by style. */
            distance?: number | string;
            /** @description The size that is farthest from that at rest. */
            scale?: number | string;
            /** @description How far it turns, in degrees. */
            angle?: number;
            /** @description Swings in a second. */
            frequency?: number;
            /** @description Whether it also fades. Default: by style. */
            fade?: boolean;
        };
        ConfigVideo: {
            /** @enum {string} */
            type: "video";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description Address of the source: a URL, or `asset:` and the ID of an uploaded file. */
            src: string;
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            "accept-damaged"?: boolean;
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            accept_damaged?: boolean;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["ConfigMask"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /**
             * @description Space between the edges of the box and the picture in it, in pixels.
             * @default 0
             */
            padding?: number | string;
            /**
             * @description How the picture fills its box. `cover` and `contain` keep the aspect ratio, and `fit` also never enlarges. `fill` and `stretch` fill the box exactly. `center` keeps the size of the picture. `blur` is `contain` over a blurred `cover` of the same picture. `none` is `fill`, but without `width` and `height`, the box has the size of the picture.
             * @default cover
             * @enum {string}
             */
            resize?: "cover" | "contain" | "fill" | "fit" | "stretch" | "center" | "blur" | "none";
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: number | string;
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            "offset-x"?: number | string;
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            offset_x?: number | string;
            /** @description Moves the box down. */
            "offset-y"?: number | string;
            /** @description Moves the box down. */
            offset_y?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: number | string;
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: number | string;
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "border-color"?: string;
            /** @description Color of the border. Default: black. */
            border_color?: string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: number | string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: number | string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string;
            /** @description The visible part of the source. Default: all of it. */
            crop?: components["schemas"]["ConfigCrop"];
            /**
             * @description Mirrors the picture: `horizontal` swaps left and right, `vertical` swaps top and bottom.
             * @enum {string}
             */
            flip?: "horizontal" | "vertical" | "both";
            /** @description Color correction. */
            correction?: components["schemas"]["ConfigCorrection"];
            /** @description Makes one color transparent, as with a green screen. */
            "chroma-key"?: components["schemas"]["ConfigChromaKey"];
            /** @description Makes one color transparent, as with a green screen. */
            chroma_key?: components["schemas"]["ConfigChromaKey"];
            /**
             * @description Zooms in by this many tenths while the picture is visible. A negative value starts zoomed in and zooms out.
             * @default 0
             */
            zoom?: number;
            /**
             * @description Direction in which the view moves while the picture is visible.
             * @enum {string}
             */
            pan?: "left" | "right" | "top" | "bottom" | "top-left" | "top-right" | "bottom-left" | "bottom-right";
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            "pan-distance"?: number;
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            pan_distance?: number;
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigVideoKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            "animate-out"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            animate_out?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /**
             * @description Start position in the source, in seconds.
             * @default 0
             */
            seek?: number;
            /** @description End position in the source, in seconds. Default: its end. */
            until?: number;
            /**
             * @description Repeats the source when it ends.
             * @default false
             */
            loop?: boolean;
            /** @description Playback speed. The pitch of the sound does not change. `fit`: the source takes exactly the time of the element, which lasts until the end of its scene if it has no `duration`. A sound slower than 0.25 or faster than 4 is then silent. Default: 1. */
            speed?: number | "fit";
            /**
             * @description Volume as a linear gain.
             * @default 1
             */
            volume?: number;
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            "audio-track"?: number | string;
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            audio_track?: number | string;
            /** @description Lowers the volume while somebody speaks. `true` lowers it by 12 dB. */
            ducking?: boolean | components["schemas"]["ConfigDucking"];
        };
        ConfigVideoKeyframes: {
            /** @description Left edge of the box, as in `x`. */
            x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Top edge of the box, as in `y`. */
            y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance to the right from the place of the box. */
            "offset-x"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance to the right from the place of the box. */
            offset_x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance down from the place of the box. */
            "offset-y"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Distance down from the place of the box. */
            offset_y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Size as a factor, or a percentage such as `"150%"`. */
            scale?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Width as a factor. A negative one mirrors. */
            "scale-x"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Width as a factor. A negative one mirrors. */
            scale_x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Height as a factor. */
            "scale-y"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Height as a factor. */
            scale_y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees clockwise. */
            rotation?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which vertical edges lean. */
            "skew-x"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which vertical edges lean. */
            skew_x?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which horizontal edges lean. */
            "skew-y"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Degrees by which horizontal edges lean. */
            skew_y?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description 0 is fully transparent, 1 is the `opacity` of the element. */
            opacity?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Radius of the blur in pixels. */
            blur?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the left. */
            "crop-left"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the left. */
            crop_left?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the right. */
            "crop-right"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the width that is cut off on the right. */
            crop_right?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the top. */
            "crop-top"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the top. */
            crop_top?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the bottom. */
            "crop-bottom"?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Share of the height that is cut off at the bottom. */
            crop_bottom?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
            /** @description Factor of the `volume` of the element. */
            volume?: {
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            }[];
        };
        ConfigShape: {
            /** @enum {string} */
            type: "shape";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description `ellipse` fills the box. `circle` is centered in the box.
             * @default rectangle
             * @enum {string}
             */
            shape?: "rectangle" | "ellipse" | "circle";
            /** @description Outline in the place of `shape`, as path data of SVG. It is filled by the nonzero rule. */
            path?: string;
            /** @description The part of the coordinates of `path` that fills the box: left edge, top edge, width, and height. Default: `0 0 100 100`, so coordinates are percentages of the box. */
            "view-box"?: string;
            /** @description The part of the coordinates of `path` that fills the box: left edge, top edge, width, and height. Default: `0 0 100 100`, so coordinates are percentages of the box. */
            view_box?: string;
            /** @description A color or a gradient. Default: white. */
            fill?: string | components["schemas"]["ConfigGradient"];
            /** @description Color of the stroke along the edge. Default: black. */
            "stroke-color"?: string;
            /** @description Color of the stroke along the edge. Default: black. */
            stroke_color?: string;
            /**
             * @description Width of the stroke in pixels, inward from the edge. 0 is no stroke.
             * @default 0
             */
            "stroke-width"?: number | string;
            /**
             * @description Width of the stroke in pixels, inward from the edge. 0 is no stroke.
             * @default 0
             */
            stroke_width?: number | string;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: number | string;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["ConfigMask"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: number | string;
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            "animate-out"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            animate_out?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: number | string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: number | string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string;
        };
        ConfigGradient: {
            /**
             * @description `radial` runs from the center to the edge.
             * @default linear
             * @enum {string}
             */
            style?: "linear" | "radial";
            /**
             * @description Direction of a linear gradient, in degrees clockwise. 0 runs from left to right, 90 from top to bottom.
             * @default 0
             */
            angle?: number;
            /** @description The colors, evenly spaced. */
            colors: string[];
        };
        ConfigText: {
            /** @enum {string} */
            type: "text";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /** @description The text to show. Lines break at line breaks in the text and at the edge of the box. */
            text?: string;
            /** @description The parts of the text, each with a look of its own. Instead of `text`. */
            runs?: components["schemas"]["ConfigTextRun"][];
            /** @description Look of the text. */
            settings?: components["schemas"]["ConfigTextSettings"];
            /** @description How the text appears. Default: without an animation. */
            "animate-in"?: ("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["ConfigTextAnimation"];
            /** @description How the text appears. Default: without an animation. */
            animate_in?: ("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["ConfigTextAnimation"];
            /** @description How the text disappears. Default: without an animation. */
            "animate-out"?: ("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["ConfigTextAnimation"];
            /** @description How the text disappears. Default: without an animation. */
            animate_out?: ("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["ConfigTextAnimation"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
        };
        ConfigTextRun: {
            /** @description The text of the run, with its spaces. */
            text: string;
            /** @description What is different from the look of the text. */
            settings?: components["schemas"]["ConfigRunSettings"];
        };
        ConfigRunSettings: {
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /** @description URL or asset of a font that replaces the font family. */
            "font-url"?: string;
            /** @description URL or asset of a font that replaces the font family. */
            font_url?: string;
            /** @description Font size in pixels, or relative to the font size of the text (`em`, `%`). */
            "font-size"?: ((number | string) | string) | string;
            /** @description Font size in pixels, or relative to the font size of the text (`em`, `%`). */
            font_size?: ((number | string) | string) | string;
            /** @description 400 is regular, 700 is bold. */
            "font-weight"?: number;
            /** @description 400 is regular, 700 is bold. */
            font_weight?: number;
            /**
             * @description Upright or italic letters.
             * @enum {string}
             */
            "font-style"?: "normal" | "italic" | "oblique";
            /**
             * @description Upright or italic letters.
             * @enum {string}
             */
            font_style?: "normal" | "italic" | "oblique";
            /** @description Color of the letters. */
            "font-color"?: string;
            /** @description Color of the letters. */
            font_color?: string;
            /** @description Extra space between letters. */
            "letter-spacing"?: (number | string) | string;
            /** @description Extra space between letters. */
            letter_spacing?: (number | string) | string;
            /**
             * @description Letter case.
             * @enum {string}
             */
            "text-transform"?: "none" | "uppercase" | "lowercase" | "capitalize";
            /**
             * @description Letter case.
             * @enum {string}
             */
            text_transform?: "none" | "uppercase" | "lowercase" | "capitalize";
            /**
             * @description A line below, through, or above the letters.
             * @enum {string}
             */
            "text-decoration"?: "none" | "underline" | "line-through" | "overline";
            /**
             * @description A line below, through, or above the letters.
             * @enum {string}
             */
            text_decoration?: "none" | "underline" | "line-through" | "overline";
            /** @description Color of the outline. */
            "outline-color"?: string;
            /** @description Color of the outline. */
            outline_color?: string;
            /** @description Width of the outline. */
            "outline-width"?: number | string;
            /** @description Width of the outline. */
            outline_width?: number | string;
            /** @description Color of a box behind the run. */
            "box-color"?: string;
            /** @description Color of a box behind the run. */
            box_color?: string;
            /** @description Color of the letters. */
            color?: string;
            /** @description Color of a box behind the run. */
            "background-color"?: string;
            /** @description Color of a box behind the run. */
            background_color?: string;
        };
        ConfigTextSettings: {
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            "font-url"?: string;
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            font_url?: string;
            /**
             * @description 400 is regular, 700 is bold. Uses the nearest weight of the family.
             * @default 700
             */
            "font-weight"?: number;
            /**
             * @description 400 is regular, 700 is bold. Uses the nearest weight of the family.
             * @default 700
             */
            font_weight?: number;
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             * @enum {string}
             */
            "font-style"?: "normal" | "italic" | "oblique";
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             * @enum {string}
             */
            font_style?: "normal" | "italic" | "oblique";
            /** @description Color of the letters. Default: white. */
            "font-color"?: string;
            /** @description Color of the letters. Default: white. */
            font_color?: string;
            /** @description Extra space between letters. A percentage refers to the font size. */
            "letter-spacing"?: (number | string) | string;
            /** @description Extra space between letters. A percentage refers to the font size. */
            letter_spacing?: (number | string) | string;
            /**
             * @description Letter case. Default: as in the text.
             * @enum {string}
             */
            "text-transform"?: "none" | "uppercase" | "lowercase" | "capitalize";
            /**
             * @description Letter case. Default: as in the text.
             * @enum {string}
             */
            text_transform?: "none" | "uppercase" | "lowercase" | "capitalize";
            /**
             * @description A line below, through, or above the letters.
             * @default none
             * @enum {string}
             */
            "text-decoration"?: "none" | "underline" | "line-through" | "overline";
            /**
             * @description A line below, through, or above the letters.
             * @default none
             * @enum {string}
             */
            text_decoration?: "none" | "underline" | "line-through" | "overline";
            /** @description Color of the outline. Default: black. */
            "outline-color"?: string;
            /** @description Color of the outline. Default: black. */
            outline_color?: string;
            /** @description Width of the outline outside of the letters. 0 is no outline. */
            "outline-width"?: number | string;
            /** @description Width of the outline outside of the letters. 0 is no outline. */
            outline_width?: number | string;
            /** @description Font size in pixels of the output. `auto` is the largest size at which the text fits its area. Default: a 12th of the frame height. */
            "font-size"?: (number | string) | string;
            /** @description Font size in pixels of the output. `auto` is the largest size at which the text fits its area. Default: a 12th of the frame height. */
            font_size?: (number | string) | string;
            /** @description Smallest size with `auto`. Default: a 100th of the shorter side of the frame. */
            "font-size-min"?: number | string;
            /** @description Smallest size with `auto`. Default: a 100th of the shorter side of the frame. */
            font_size_min?: number | string;
            /** @description Largest size with `auto`. Default: the shorter side of the frame, up to 1000. */
            "font-size-max"?: number | string;
            /** @description Largest size with `auto`. Default: the shorter side of the frame, up to 1000. */
            font_size_max?: number | string;
            /** @description Distance between baselines, as a multiple of the font size, or as a length. */
            "line-height"?: number | ((number | string) | string);
            /** @description Distance between baselines, as a multiple of the font size, or as a length. */
            line_height?: number | ((number | string) | string);
            /** @description Extra space between words. */
            "word-spacing"?: (number | string) | string;
            /** @description Extra space between words. */
            word_spacing?: (number | string) | string;
            /**
             * @description Alignment of the lines in the box. `start` and `end` follow the direction of each line; `justify` stretches all lines but the last one of a paragraph.
             * @default center
             * @enum {string}
             */
            "text-align"?: "left" | "center" | "right" | "justify" | "start" | "end";
            /**
             * @description Alignment of the lines in the box. `start` and `end` follow the direction of each line; `justify` stretches all lines but the last one of a paragraph.
             * @default center
             * @enum {string}
             */
            text_align?: "left" | "center" | "right" | "justify" | "start" | "end";
            /**
             * @description Alignment of the text in the height of its box.
             * @default center
             * @enum {string}
             */
            "vertical-align"?: "top" | "center" | "bottom" | "middle";
            /**
             * @description Alignment of the text in the height of its box.
             * @default center
             * @enum {string}
             */
            vertical_align?: "top" | "center" | "bottom" | "middle";
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            "all-caps"?: boolean;
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            all_caps?: boolean;
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. Default: 0.3 of the font size with a box, otherwise 0. */
            padding?: ((number | string) | (number | string)[]) | string;
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            "text-shadow"?: string;
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            text_shadow?: string;
            /** @description Color of the shadow. Default: `#00000080`. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080`. */
            shadow_color?: string;
            /** @description Offset of the shadow to the right and down. */
            "shadow-offset"?: number | string;
            /** @description Offset of the shadow to the right and down. */
            shadow_offset?: number | string;
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            "shadow-x"?: number | string;
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            shadow_x?: number | string;
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            "shadow-y"?: number | string;
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            shadow_y?: number | string;
            /** @description Radius of the blur of the shadow, as in CSS. */
            "shadow-blur"?: number | string;
            /** @description Radius of the blur of the shadow, as in CSS. */
            shadow_blur?: number | string;
            /**
             * @description What `box-color` is behind: the whole `area` of the element, the `text`, each `line`, or a `band` that is as wide as the area and as high as the text.
             * @default area
             * @enum {string}
             */
            box?: "area" | "text" | "line" | "band";
            /** @description Color of a box behind the text. Default: no box. */
            "box-color"?: string;
            /** @description Color of a box behind the text. Default: no box. */
            box_color?: string;
            /** @description Radius of the corners of the box. */
            "box-radius"?: number | string;
            /** @description Radius of the corners of the box. */
            box_radius?: number | string;
            /** @description Width of a border inside the edge of the box. */
            "box-border-width"?: number | string;
            /** @description Width of a border inside the edge of the box. */
            box_border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "box-border-color"?: string;
            /** @description Color of the border. Default: black. */
            box_border_color?: string;
            /** @description How lines break: `balance` makes lines of similar width, `fill` fills each line, `none` keeps the line breaks of the text. `true` is `balance`, `false` is `none`. Default: `balance`. */
            wrap?: boolean | ("balance" | "fill" | "none" | "wrap" | "nowrap");
            /**
             * @description `break-word` breaks a word that is wider than a line anywhere.
             * @default normal
             * @enum {string}
             */
            "overflow-wrap"?: "normal" | "break-word" | "anywhere";
            /**
             * @description `break-word` breaks a word that is wider than a line anywhere.
             * @default normal
             * @enum {string}
             */
            overflow_wrap?: "normal" | "break-word" | "anywhere";
            /** @description Most lines. The last one ends with an ellipsis if more text follows. */
            "max-lines"?: number;
            /** @description Most lines. The last one ends with an ellipsis if more text follows. */
            max_lines?: number;
            /**
             * @description What happens to text that does not fit its area: it stays `visible`, ends with an `ellipsis`, or is cut with `clip`.
             * @default visible
             * @enum {string}
             */
            overflow?: "visible" | "ellipsis" | "clip" | "hidden";
            /** @description Margins of a text without a position or a width: a percentage of the frame, or the area that an app draws over. Default: `title` (5%). */
            "safe-area"?: (components["schemas"]["ConfigCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels");
            /** @description Margins of a text without a position or a width: a percentage of the frame, or the area that an app draws over. Default: `title` (5%). */
            safe_area?: (components["schemas"]["ConfigCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels");
            /**
             * @description `vertical-rl` sets lines from top to bottom, the first one at the right.
             * @default horizontal
             * @enum {string}
             */
            "writing-mode"?: "horizontal" | "vertical-rl" | "horizontal-tb";
            /**
             * @description `vertical-rl` sets lines from top to bottom, the first one at the right.
             * @default horizontal
             * @enum {string}
             */
            writing_mode?: "horizontal" | "vertical-rl" | "horizontal-tb";
            /** @description Color of the letters. Default: white. */
            color?: string;
            /** @description Color of a box behind the text. Default: no box. */
            "background-color"?: string;
            /** @description Color of a box behind the text. Default: no box. */
            background_color?: string;
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. Default: 0.3 of the font size with a box, otherwise 0. */
            "box-padding"?: ((number | string) | (number | string)[]) | string;
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. Default: 0.3 of the font size with a box, otherwise 0. */
            box_padding?: ((number | string) | (number | string)[]) | string;
            /** @description Radius of the corners of the box. */
            "border-radius"?: number | string;
            /** @description Radius of the corners of the box. */
            border_radius?: number | string;
            /** @description How lines break: `balance` makes lines of similar width, `fill` fills each line, `none` keeps the line breaks of the text. `true` is `balance`, `false` is `none`. Default: `balance`. */
            "text-wrap"?: boolean | ("balance" | "fill" | "none" | "wrap" | "nowrap");
            /** @description How lines break: `balance` makes lines of similar width, `fill` fills each line, `none` keeps the line breaks of the text. `true` is `balance`, `false` is `none`. Default: `balance`. */
            text_wrap?: boolean | ("balance" | "fill" | "none" | "wrap" | "nowrap");
        };
        ConfigTextAnimation: {
            /**
             * @description `slide` comes from nearby, `fly` from outside of the frame, and `reveal` from behind the edge of its line. `typewriter` shows letter by letter, `words` word by word. The others are those of [animation](#animation).
             * @default fade
             * @enum {string}
             */
            style?: "fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right";
            /**
             * @description Length of the animation in seconds. With `stagger`, that of each part.
             * @default 0.5
             */
            duration?: number;
            /**
             * @description What moves by itself: the whole text (`element`), or each line, word, or letter.
             * @default element
             * @enum {string}
             */
            by?: "element" | "line" | "word" | "letter" | "character";
            /** @description How the time of the animation passes. Default: by style. */
            easing?: string;
            /** @description Time between the starts of neighboring parts, in seconds. Default: all parts move within the duration, and start within its first 60 %. */
            stagger?: number;
            /**
             * @description Where the movement goes. Default: by style; `up` for most.
             * @enum {string}
             */
            direction?: "left" | "right" | "up" | "down";
            /** @description How far the text moves. Default: twice the font size for `slide`, the frame for `fly`, its line for `reveal`, and by style for the others. */
            distance?: (number | string) | string;
            /** @description Size at the start of `pop` (0.5), `zoom` (0), `spin` (1), and `squash` (0). 1 is the size at rest. */
            scale?: number;
            /** @description How far it turns, in degrees. */
            angle?: number;
            /** @description Swings in a second. */
            frequency?: number;
            /** @description Whether it also fades. Default: by style. */
            fade?: boolean;
        };
        ConfigWaveform: {
            /** @enum {string} */
            type: "waveform";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description Address of a source whose sound shows from its start. It is not heard. Default: the waveform shows what is heard. */
            src?: string;
            /**
             * @description What shows of the sounds that are heard: all, or only `speech`, which are voices, and audio elements that are not music.
             * @default all
             * @enum {string}
             */
            sound?: "all" | "speech";
            /**
             * @description `live` moves with the sound: the middle shows this moment. `progress` shows the sound of the whole time of the element, and what of it was played.
             * @default live
             * @enum {string}
             */
            mode?: "live" | "progress";
            /**
             * @description `mirrored`: bars about the middle. `bars`: bars from below. `line`: a line. `wave`: an area about the middle.
             * @default mirrored
             * @enum {string}
             */
            style?: "mirrored" | "bars" | "line" | "wave";
            /** @description Color of the waveform, or of its played part. Default: white. */
            color?: string;
            /** @description Color of the part that was not played, in the mode `progress`. Default: `#FFFFFF66`. */
            "off-color"?: string;
            /** @description Color of the part that was not played, in the mode `progress`. Default: `#FFFFFF66`. */
            off_color?: string;
            /**
             * @description Number of bars, or of points through which a line goes.
             * @default 48
             */
            bars?: number;
            /**
             * @description Space between bars, in percent of the distance from one to the next.
             * @default 40
             */
            gap?: number;
            /**
             * @description How round the ends of bars are, in percent.
             * @default 100
             */
            roundness?: number;
            /** @description Width of a line in pixels. Default: a 40th of the height. */
            "line-width"?: number | string;
            /** @description Width of a line in pixels. Default: a 40th of the height. */
            line_width?: number | string;
            /**
             * @description Multiplied with the heights. With 1, the loudest moment is as high as the box.
             * @default 1
             */
            amplitude?: number;
            /**
             * @description How much sound shows at once in the mode `live`, in seconds.
             * @default 2
             */
            span?: number;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: number | string;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["ConfigMask"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: number | string;
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: number | string;
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "border-color"?: string;
            /** @description Color of the border. Default: black. */
            border_color?: string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: number | string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: number | string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string;
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            "animate-out"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            animate_out?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
        };
        ConfigGroup: {
            /** @enum {string} */
            type: "group";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: until the last of its elements ends. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description The elements of the group. Times and places are relative to the group.
             * @default []
             */
            elements?: (components["schemas"]["ConfigAudio"] | components["schemas"]["ConfigVoice"] | components["schemas"]["ConfigImage"] | components["schemas"]["ConfigHtml"] | components["schemas"]["ConfigVideo"] | components["schemas"]["ConfigShape"] | components["schemas"]["ConfigText"] | components["schemas"]["ConfigWaveform"] | components["schemas"]["ConfigGroup"] | components["schemas"]["ConfigComponent"])[];
            /** @description Color behind the elements of the group. */
            "background-color"?: string;
            /** @description Color behind the elements of the group. */
            background_color?: string;
            /**
             * @description Multiplied with the volume of each sound in the group.
             * @default 1
             */
            volume?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: number | string;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["ConfigMask"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: number | string;
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: number | string;
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "border-color"?: string;
            /** @description Color of the border. Default: black. */
            border_color?: string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: number | string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: number | string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string;
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            "animate-out"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            animate_out?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
        };
        ConfigComponent: {
            /**
             * @description What is made.
             * @enum {string}
             */
            component: "progress-bar" | "countdown" | "counter" | "lower-third" | "rating" | "button" | "qr-code" | "chart";
            /** @description The settings of the component, which depend on its kind. */
            settings?: components["schemas"]["ConfigProgressBarSettings"] | components["schemas"]["ConfigCountdownSettings"] | components["schemas"]["ConfigCounterSettings"] | components["schemas"]["ConfigLowerThirdSettings"] | components["schemas"]["ConfigRatingSettings"] | components["schemas"]["ConfigButtonSettings"] | components["schemas"]["ConfigQrCodeSettings"] | components["schemas"]["ConfigChartSettings"];
            /** @enum {string} */
            type: "component";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: (number | "auto") | components["schemas"]["ConfigStart"];
            /** @description Length in seconds. -1: until the last of its elements ends. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: (number | (-1 | -2)) | components["schemas"]["ConfigDuration"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number;
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number;
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number;
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number;
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number;
            /** @description Left edge. Default: follows from `position`. */
            x?: number | string;
            /** @description Top edge. Default: follows from `position`. */
            y?: number | string;
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: number | string;
            /** @description Height of the box. */
            height?: number | string;
            /**
             * @description Position of the box in the frame.
             * @default center
             * @enum {string}
             */
            position?: "center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right";
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number;
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: number | string;
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             * @enum {string}
             */
            blend?: "normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity";
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["ConfigMatte"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["ConfigMask"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: number | string;
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: number | string;
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: number | components["schemas"]["ConfigRotation"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: number | string;
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: number | string;
            /** @description Color of the border. Default: black. */
            "border-color"?: string;
            /** @description Color of the border. Default: black. */
            border_color?: string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: number | string;
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: number | string;
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: number | string;
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: number | string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string;
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string;
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["ConfigKeyframes"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            };
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: (number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            };
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            };
            /** @description How the element moves as long as it shows. */
            animate?: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["ConfigLoopAnimation"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            "animate-out"?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
            /** @description How the element disappears. */
            animate_out?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["ConfigAnimation"];
        };
        ConfigProgressBarSettings: {
            /** @description Color of the bar. Default: `#FFFFFF`. */
            color?: string;
            /** @description Color of what is not filled. Default: `#FFFFFF40`. */
            "background-color"?: string;
            /** @description Color of what is not filled. Default: `#FFFFFF40`. */
            background_color?: string;
            /**
             * @description How much is filled at the start, in percent.
             * @default 0
             */
            from?: number;
            /**
             * @description How much is filled at the end, in percent.
             * @default 100
             */
            to?: number;
            /**
             * @description Where the bar grows to.
             * @default right
             * @enum {string}
             */
            direction?: "right" | "left" | "down" | "up";
            /**
             * @description How the bar accelerates.
             * @default linear
             */
            easing?: string;
        };
        ConfigCountdownSettings: {
            /**
             * @description The first number.
             * @default 10
             */
            from?: number;
            /**
             * @description The last number, at most 300 seconds later.
             * @default 1
             */
            to?: number;
            /**
             * @description `clock` shows minutes and seconds, such as `1:05`.
             * @default number
             * @enum {string}
             */
            format?: "number" | "clock";
            /** @description What shows after the last number. */
            "final-text"?: string;
            /** @description What shows after the last number. */
            final_text?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string;
        };
        ConfigCounterSettings: {
            /**
             * @description The number at the start.
             * @default 0
             */
            from?: number;
            /**
             * @description The number at the end, which stays.
             * @default 100
             */
            to?: number;
            /**
             * @description How long it counts, in seconds. The text changes at most 30 times a second, and 300 times in all.
             * @default 2
             */
            duration?: number;
            /**
             * @description How the counting accelerates.
             * @default ease-out
             */
            easing?: string;
            /**
             * @description Digits after the decimal point.
             * @default 0
             */
            decimals?: number;
            /**
             * @description What is before the number, such as `$`.
             * @default
             */
            prefix?: string;
            /**
             * @description What is after the number, such as ` %`.
             * @default
             */
            suffix?: string;
            /**
             * @description What separates thousands, such as `,`.
             * @default
             */
            separator?: string;
            /**
             * @description What separates the decimals.
             * @default .
             */
            "decimal-point"?: string;
            /**
             * @description What separates the decimals.
             * @default .
             */
            decimal_point?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string;
        };
        ConfigLowerThirdSettings: {
            /** @description The upper, larger text. */
            title: string;
            /** @description The lower, smaller text. */
            subtitle?: string;
            /** @description Color of the line on the left. Default: `#F97316`. */
            "accent-color"?: string;
            /** @description Color of the line on the left. Default: `#F97316`. */
            accent_color?: string;
            /** @description Color of the strip. Default: `#000000B3`. */
            "background-color"?: string;
            /** @description Color of the strip. Default: `#000000B3`. */
            background_color?: string;
            /**
             * @description How it appears and disappears.
             * @default slide
             * @enum {string}
             */
            animate?: "slide" | "fade" | "none";
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string;
        };
        ConfigRatingSettings: {
            /**
             * @description How many are filled.
             * @default 5
             */
            value?: number;
            /**
             * @description How many there are.
             * @default 5
             */
            max?: number;
            /**
             * @description What is filled.
             * @default star
             * @enum {string}
             */
            symbol?: "star" | "heart" | "circle" | "square";
            /** @description Color of what is filled. Default: `#FBBF24`. */
            color?: string;
            /** @description Color of the rest. Default: `#FFFFFF40`. */
            "off-color"?: string;
            /** @description Color of the rest. Default: `#FFFFFF40`. */
            off_color?: string;
            /**
             * @description How long the filling takes, in seconds. 0: it is filled from the start.
             * @default 0
             */
            duration?: number;
        };
        ConfigButtonSettings: {
            /** @description What the button says. */
            text: string;
            /** @description Color of the button. Default: `#2563EB`. */
            color?: string;
            /** @description Color of a line along the edge. Default: `#00000000`. */
            "border-color"?: string;
            /** @description Color of a line along the edge. Default: `#00000000`. */
            border_color?: string;
            /**
             * @description Width of this line, in pixels.
             * @default 0
             */
            "border-width"?: number;
            /**
             * @description Width of this line, in pixels.
             * @default 0
             */
            border_width?: number;
            /**
             * @description How round the corners are, in percent.
             * @default 100
             */
            roundness?: number;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string;
        };
        ConfigQrCodeSettings: {
            /** @description What the code says. */
            text: string;
            /** @description Color of the dark modules. Default: `#000000`. */
            color?: string;
            /** @description Color of the light modules and the margin. Default: `#FFFFFF`. */
            "background-color"?: string;
            /** @description Color of the light modules and the margin. Default: `#FFFFFF`. */
            background_color?: string;
            /**
             * @description Modules of empty space around the code. Readers expect 4.
             * @default 4
             */
            margin?: number;
            /**
             * @description How much of the code may be unreadable: 7, 15, 25, or 30 percent.
             * @default medium
             * @enum {string}
             */
            "error-correction"?: "low" | "medium" | "quartile" | "high";
            /**
             * @description How much of the code may be unreadable: 7, 15, 25, or 30 percent.
             * @default medium
             * @enum {string}
             */
            error_correction?: "low" | "medium" | "quartile" | "high";
        };
        ConfigChartSettings: {
            /**
             * @description The form of the chart.
             * @default bar
             * @enum {string}
             */
            chart?: "bar" | "line" | "pie" | "donut";
            /** @description The values. Those of a pie are 0 or more, and not all are 0. */
            data: components["schemas"]["ConfigChartValue"][];
            /** @description Colors of the values, which repeat. A line has the first one. */
            colors?: string[];
            /**
             * @description Whether labels show below bars and points.
             * @default true
             */
            labels?: boolean;
            /**
             * @description Whether values show above bars.
             * @default true
             */
            values?: boolean;
            /** @description Width of a line in pixels. Default: a 60th of the height. */
            "line-width"?: number;
            /** @description Width of a line in pixels. Default: a 60th of the height. */
            line_width?: number;
            /** @description Color of the line below bars. Default: `#FFFFFF80`. */
            "axis-color"?: string;
            /** @description Color of the line below bars. Default: `#FFFFFF80`. */
            axis_color?: string;
            /**
             * @description How long the chart takes to appear, in seconds.
             * @default 1
             */
            duration?: number;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string;
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number;
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number;
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string;
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string;
        };
        ConfigChartValue: {
            /** @description The value. */
            value: number;
            /**
             * @description What the value is.
             * @default
             */
            label?: string;
            /** @description Color of this value. Default: the next of `colors`. */
            color?: string;
        };
        ConfigSubtitles: {
            /** @enum {string} */
            type: "subtitles";
            /** @description Name of the element. */
            id?: string;
            /** @description A note for people. The service ignores it. */
            comment?: string;
            /**
             * @description Language of the speech and the captions, as a BCP 47 tag.
             * @default auto
             */
            language?: string;
            /** @description The script: the text that is spoken. It is aligned to the sound to find the word times. */
            text?: string;
            /** @description The words with their times, instead of `text`: a list, or the unchanged JSON output of a speech tool. */
            words?: components["schemas"]["ConfigWord"][] | Record<string, never> | unknown[];
            /** @description The URL, the asset, or the text of a caption file (SRT, VTT, ASS, SBV, LRC, or TTML), whose cues become the caption pages. Or the JSON output of a speech tool, as a URL, as an asset, as text, or inline. */
            captions?: (string) | (Record<string, never> | unknown[]);
            /** @description Look of the captions. */
            settings?: components["schemas"]["ConfigCaptionSettings"];
        };
        ConfigOutputVideo: {
            /** @enum {string} */
            type: "video";
            /** @description File name without the extension. */
            name?: string;
            /**
             * @description Aspect ratio. The shorter side is as long as that of the video.
             * @enum {string}
             */
            ratio: "16:9" | "9:16" | "1:1" | "4:5";
        };
        ConfigOutputPoster: {
            /** @enum {string} */
            type: "poster";
            /** @description File name without the extension. */
            name?: string;
            /**
             * @description File format.
             * @default jpg
             * @enum {string}
             */
            format?: "jpg" | "png" | "webp";
            /**
             * @description Time of the frame in seconds. A time after the end selects the last frame.
             * @default 0
             */
            time?: number;
            /** @description Width in pixels. Default: the width of the video. */
            width?: number;
        };
        ConfigOutputPreview: {
            /** @enum {string} */
            type: "preview";
            /** @description File name without the extension. */
            name?: string;
            /**
             * @description File format.
             * @default gif
             * @enum {string}
             */
            format?: "gif" | "webm";
            /**
             * @description Start of the preview in seconds.
             * @default 0
             */
            start?: number;
            /**
             * @description Length of the preview in seconds.
             * @default 3
             */
            duration?: number;
            /**
             * @description Width in pixels.
             * @default 480
             */
            width?: number;
            /**
             * @description Frames per second.
             * @default 10
             */
            fps?: number;
        };
        ConfigOutputAudio: {
            /** @enum {string} */
            type: "audio";
            /** @description File name without the extension. */
            name?: string;
            /**
             * @description File format.
             * @default m4a
             * @enum {string}
             */
            format?: "m4a" | "mp3" | "wav";
        };
        VideoTemplate: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Address or path of the JSON Schema, for editors. The service ignores it. */
            $schema?: string | components["schemas"]["TemplateExpression"];
            /** @description The form of the config. Configs of [other systems](importing.md) have the name of theirs. Default: known by the shape. */
            format?: "videocraft" | components["schemas"]["TemplateExpression"];
            /**
             * @description Named size of the video. `custom` requires `width` and `height`.
             * @default full-hd
             */
            resolution?: ("sd" | "hd" | "full-hd" | "4k" | "squared" | "instagram-story" | "instagram-reel" | "instagram-feed" | "instagram-portrait" | "tiktok" | "youtube-shorts" | "youtube" | "twitter-landscape" | "twitter-portrait" | "twitter-square" | "facebook-feed" | "facebook-story" | "linkedin-landscape" | "linkedin-square" | "custom" | "uhd" | "square" | "instagram-post" | "youtube-short" | "youtube-video") | components["schemas"]["TemplateExpression"];
            /** @description Width in pixels. Overrides `resolution`. */
            width?: number | components["schemas"]["TemplateExpression"];
            /** @description Height in pixels. Overrides `resolution`. */
            height?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Frames per second.
             * @default 30
             */
            fps?: (number | (23.976 | 29.97 | 59.94)) | components["schemas"]["TemplateExpression"];
            /**
             * @description Trade-off between file size and picture quality.
             * @default medium
             */
            quality?: ("low" | "medium" | "high") | components["schemas"]["TemplateExpression"];
            /** @description The longest time from one key picture to the next. Default: 10 where the picture stands still, 5 where it moves. Longer makes smaller files, shorter makes seeking faster. */
            "keyframe-interval"?: number | components["schemas"]["TemplateExpression"];
            /** @description The longest time from one key picture to the next. Default: 10 where the picture stands still, 5 where it moves. Longer makes smaller files, shorter makes seeking faster. */
            keyframe_interval?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Encodes as fast as possible, for a quick look.
             * @default false
             */
            draft?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Normalizes the sound to this loudness in LUFS, with true peaks below -1 dBTP. `true` is -14. */
            loudness?: (boolean | number) | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description Any JSON value. It is stored with the job, and returned with it and in webhooks. */
            "client-data"?: unknown;
            /** @description Any JSON value. It is stored with the job, and returned with it and in webhooks. */
            client_data?: unknown;
            /** @description Name for saving the video, with or without `.mp4`. The default is the ID of the job. */
            filename?: string | components["schemas"]["TemplateExpression"];
            /** @description Addresses that the service calls when the job ends: an object or a list of up to 5. */
            webhook?: (components["schemas"]["TemplateWebhook"][] | components["schemas"]["TemplateWebhook"]) | components["schemas"]["TemplateExpression"];
            /** @description Where the service delivers the finished video. */
            destinations?: (components["schemas"]["TemplateDestination"] | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /**
             * @description Jobs with a higher priority start first. The key limits it.
             * @default 0
             */
            priority?: number | components["schemas"]["TemplateExpression"];
            /** @description The scenes, in order. */
            scenes: (components["schemas"]["TemplateScene"] | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /**
             * @description Elements that span the whole video.
             * @default []
             */
            elements?: ((components["schemas"]["TemplateAudio"] | components["schemas"]["TemplateVoice"] | components["schemas"]["TemplateImage"] | components["schemas"]["TemplateHtml"] | components["schemas"]["TemplateVideo"] | components["schemas"]["TemplateShape"] | components["schemas"]["TemplateText"] | components["schemas"]["TemplateWaveform"] | components["schemas"]["TemplateGroup"] | components["schemas"]["TemplateComponent"] | components["schemas"]["TemplateSubtitles"]) | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /**
             * @description Additional files: other aspect ratios, pictures, previews, or only the sound.
             * @default []
             */
            outputs?: ((components["schemas"]["TemplateOutputVideo"] | components["schemas"]["TemplateOutputPoster"] | components["schemas"]["TemplateOutputPreview"] | components["schemas"]["TemplateOutputAudio"]) | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Renders only the frames at these times, in seconds, as small pictures for a quick check. */
            stills?: (number | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
        };
        TemplateWebhook: {
            /** @description The address that gets a POST request for each event. */
            url: string | components["schemas"]["TemplateExpression"];
            /** @description The events that it gets. The default is all. */
            events?: (("job.completed" | "job.failed" | "job.cancelled" | "delivery.completed" | "delivery.failed") | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
        };
        TemplateDestination: {
            /** @description The name that the operator gave the destination. */
            name?: string | components["schemas"]["TemplateExpression"];
            /** @description An address that was signed for one upload (HTTP PUT), instead of `name`. */
            url?: string | components["schemas"]["TemplateExpression"];
            /** @description Path within the destination. `{job_id}`, `{filename}`, `{date}`, `{year}`, `{month}`, `{day}`, `{hour}`, `{minute}`, and `{second}` are filled in. The default is `{filename}`. */
            path?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description `all` also delivers previews, posters, and caption files.
             * @default video
             */
            files?: ("video" | "all") | components["schemas"]["TemplateExpression"];
        };
        TemplateScene: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @description A variable that contains a list. The scene is repeated for each item. */
            iterate?: string;
            /** @description Name of the variable that contains the item. Default: `item`. */
            "iterate-as"?: string;
            /** @description Name of the variable that contains the item. Default: `item`. */
            iterate_as?: string;
            /** @description Unique name of the scene. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Color behind the elements.
             * @default #000000
             */
            "background-color"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Color behind the elements.
             * @default #000000
             */
            background_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1 (default): the length of the audio, or of the longest picture or video if there is no audio. `longest`: until its last element ends. */
            duration?: ((number | -1) | "longest") | components["schemas"]["TemplateExpression"];
            /**
             * @description Whether the scene goes on until the elements of the whole video have ended, if they end later.
             * @default false
             */
            outlast?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Transition from the previous scene. Both scenes are visible while it lasts. */
            transition?: components["schemas"]["TemplateTransition"] | components["schemas"]["TemplateExpression"];
            /** @description Look of the captions in this scene. Missing settings are those of the subtitles element. */
            "caption-settings"?: components["schemas"]["TemplateCaptionSettings"] | components["schemas"]["TemplateExpression"];
            /** @description Look of the captions in this scene. Missing settings are those of the subtitles element. */
            caption_settings?: components["schemas"]["TemplateCaptionSettings"] | components["schemas"]["TemplateExpression"];
            /**
             * @description The elements of the scene.
             * @default []
             */
            elements?: ((components["schemas"]["TemplateAudio"] | components["schemas"]["TemplateVoice"] | components["schemas"]["TemplateImage"] | components["schemas"]["TemplateHtml"] | components["schemas"]["TemplateVideo"] | components["schemas"]["TemplateShape"] | components["schemas"]["TemplateText"] | components["schemas"]["TemplateWaveform"] | components["schemas"]["TemplateGroup"] | components["schemas"]["TemplateComponent"] | components["schemas"]["TemplateSubtitles"]) | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
        };
        TemplateTransition: {
            /**
             * @description `fade` is a plain cross-fade. The other styles require an ffmpeg whose `xfade` filter supports them.
             * @default fade
             */
            style?: ("fade" | "fadeblack" | "fadewhite" | "dissolve" | "distance" | "pixelize" | "radial" | "wipeleft" | "wiperight" | "wipeup" | "wipedown" | "slideleft" | "slideright" | "slideup" | "slidedown" | "smoothleft" | "smoothright" | "smoothup" | "smoothdown" | "circleopen" | "circleclose" | "circlecrop" | "rectcrop" | "vertopen" | "vertclose" | "horzopen" | "horzclose" | "diagtl" | "diagtr" | "diagbl" | "diagbr" | "hlslice" | "hrslice" | "vuslice" | "vdslice" | "fadegrays" | "hblur" | "wipetl" | "wipetr" | "wipebl" | "wipebr" | "squeezeh" | "squeezev" | "zoomin" | "fadefast" | "fadeslow" | "hlwind" | "hrwind" | "vuwind" | "vdwind" | "coverleft" | "coverright" | "coverup" | "coverdown" | "revealleft" | "revealright" | "revealup" | "revealdown" | "crossfade" | "cross-fade" | "fade-black" | "fade-white" | "circle-open" | "circle-close" | "zoom-in" | "wipe-left" | "wipe-right" | "wipe-up" | "wipe-down" | "slide-left" | "slide-right" | "slide-up" | "slide-down" | "smooth-left" | "smooth-right" | "smooth-up" | "smooth-down" | "cover-left" | "cover-right" | "cover-up" | "cover-down" | "reveal-left" | "reveal-right" | "reveal-up" | "reveal-down") | components["schemas"]["TemplateExpression"];
            /**
             * @description Time in seconds during which both scenes are visible.
             * @default 1
             */
            duration?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Whether a transition that is longer than half of one of its scenes is as long as that half. Otherwise, the job fails if it does not fit.
             * @default false
             */
            shorten?: boolean | components["schemas"]["TemplateExpression"];
        };
        TemplateCaptionSettings: {
            /**
             * @description How words appear and disappear.
             * @default progressive
             */
            style?: ("progressive" | "classic" | "classic-progressive" | "classic-one-word" | "boxed-line" | "boxed-word" | "karaoke" | "highlight" | "pop" | "bounce" | "typewriter" | "underline") | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            "font-url"?: string | components["schemas"]["TemplateExpression"];
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            font_url?: string | components["schemas"]["TemplateExpression"];
            /** @description 400 is regular, 700 is bold. Uses the nearest weight of the family. The default depends on `style`. */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /** @description 400 is regular, 700 is bold. Uses the nearest weight of the family. The default depends on `style`. */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             */
            "font-style"?: ("normal" | "italic" | "oblique") | components["schemas"]["TemplateExpression"];
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             */
            font_style?: ("normal" | "italic" | "oblique") | components["schemas"]["TemplateExpression"];
            /** @description Font size (em) in pixels of the output. Default: a 17th of the frame height, or a 13th of the frame width in portrait. */
            "font-size"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Font size (em) in pixels of the output. Default: a 17th of the frame height, or a 13th of the frame width in portrait. */
            font_size?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Distance between baselines, as a multiple of the font size. The default depends on `style`. */
            "line-height"?: number | components["schemas"]["TemplateExpression"];
            /** @description Distance between baselines, as a multiple of the font size. The default depends on `style`. */
            line_height?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Extra space between letters in pixels. Letters of joined scripts stay joined.
             * @default 0
             */
            "letter-spacing"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Extra space between letters in pixels. Letters of joined scripts stay joined.
             * @default 0
             */
            letter_spacing?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the word that is spoken. The default depends on `style`. */
            "word-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the word that is spoken. The default depends on `style`. */
            word_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the other words. Default: white. */
            "line-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the other words. Default: white. */
            line_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Words and phrases in `keyword-color`. Letter case and punctuation are ignored. */
            keywords?: (string | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Color of keywords that are not being spoken. Default: `#4ADE80`. */
            "keyword-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of keywords that are not being spoken. Default: `#4ADE80`. */
            keyword_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080`. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080`. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right and down, in pixels. */
            "shadow-offset"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right and down, in pixels. */
            shadow_offset?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the blur of the shadow, as in CSS. */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the blur of the shadow, as in CSS. */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            "text-shadow"?: string | components["schemas"]["TemplateExpression"];
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            text_shadow?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the box behind lines or words. The default depends on `style`; most styles have no box. */
            "box-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the box behind lines or words. The default depends on `style`; most styles have no box. */
            box_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. The default depends on `style`. */
            padding?: (((number | string) | (number | string)[]) | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners of the box. The default depends on `style`. */
            "box-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners of the box. The default depends on `style`. */
            box_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of a border inside the edge of the box. */
            "box-border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of a border inside the edge of the box. */
            box_border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "box-border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            box_border_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the outline. Default: black. */
            "outline-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the outline. Default: black. */
            outline_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Width of the outline in pixels. The default depends on `style`, in most styles 0.075 of the font size. */
            "outline-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the outline in pixels. The default depends on `style`, in most styles 0.075 of the font size. */
            outline_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the captions in the safe area.
             * @default center-bottom
             */
            position?: ("center" | "mid-top" | "mid-bottom" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "left-mid-top" | "mid-top-left" | "left-mid-bottom" | "mid-bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "center-mid-top" | "mid-top-center" | "center-mid-bottom" | "mid-bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right" | "right-mid-top" | "mid-top-right" | "right-mid-bottom" | "mid-bottom-right") | components["schemas"]["TemplateExpression"];
            /** @description Where the left edge, the center, or the right edge of the captions is in the frame, as `position` says. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Where the top, the middle, or the bottom of the captions is in the frame, as `position` says. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Margins without captions: a percentage of the frame, one for each side, or the area that an app draws over. Default: `title` (5%). */
            "safe-area"?: ((components["schemas"]["TemplateCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels")) | components["schemas"]["TemplateExpression"];
            /** @description Margins without captions: a percentage of the frame, one for each side, or the area that an app draws over. Default: `title` (5%). */
            safe_area?: ((components["schemas"]["TemplateCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels")) | components["schemas"]["TemplateExpression"];
            /**
             * @description Maximum number of words on a line.
             * @default 6
             */
            "max-words-per-line"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Maximum number of words on a line.
             * @default 6
             */
            max_words_per_line?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Maximum number of characters on a line. A single word can be longer.
             * @default 42
             */
            "max-chars-per-line"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Maximum number of characters on a line. A single word can be longer.
             * @default 42
             */
            max_chars_per_line?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Maximum number of lines on a page.
             * @default 2
             */
            "max-lines"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Maximum number of lines on a page.
             * @default 2
             */
            max_lines?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            "all-caps"?: boolean | components["schemas"]["TemplateExpression"];
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            all_caps?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Letter case. Default: as in the text. */
            "text-transform"?: ("none" | "uppercase" | "lowercase" | "capitalize") | components["schemas"]["TemplateExpression"];
            /** @description Letter case. Default: as in the text. */
            text_transform?: ("none" | "uppercase" | "lowercase" | "capitalize") | components["schemas"]["TemplateExpression"];
            /**
             * @description A line below, through, or above the letters.
             * @default none
             */
            "text-decoration"?: ("none" | "underline" | "line-through" | "overline") | components["schemas"]["TemplateExpression"];
            /**
             * @description A line below, through, or above the letters.
             * @default none
             */
            text_decoration?: ("none" | "underline" | "line-through" | "overline") | components["schemas"]["TemplateExpression"];
            /** @description Replacements for words: `{ "word": "text" }`. `""` hides the word. */
            replace?: {
                [key: string]: string;
            } | components["schemas"]["TemplateExpression"];
            /**
             * @description Delay of all captions in seconds. A negative value shows them earlier.
             * @default 0
             */
            offset?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateCaptionMargins: {
            /**
             * @description Margin above, in percent of the frame height.
             * @default 5
             */
            top?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Margin on the right, in percent of the frame width.
             * @default 5
             */
            right?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Margin below, in percent of the frame height.
             * @default 5
             */
            bottom?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Margin on the left, in percent of the frame width.
             * @default 5
             */
            left?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateAudio: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "audio";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description Address of the source: a URL, or `asset:` and the ID of an uploaded file. */
            src: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            "accept-damaged"?: boolean | components["schemas"]["TemplateExpression"];
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            accept_damaged?: boolean | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Start position in the source, in seconds.
             * @default 0
             */
            seek?: number | components["schemas"]["TemplateExpression"];
            /** @description End position in the source, in seconds. Default: its end. */
            until?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Repeats the source when it ends.
             * @default false
             */
            loop?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Playback speed. The pitch of the sound does not change. `fit`: the source takes exactly the time of the element, which lasts until the end of its scene if it has no `duration`. A sound slower than 0.25 or faster than 4 is then silent. Default: 1. */
            speed?: (number | "fit") | components["schemas"]["TemplateExpression"];
            /**
             * @description Volume as a linear gain.
             * @default 1
             */
            volume?: number | components["schemas"]["TemplateExpression"];
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            "audio-track"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            audio_track?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Lowers the volume while somebody speaks. `true` lowers it by 12 dB. */
            ducking?: (boolean | components["schemas"]["TemplateDucking"]) | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateAudioKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description `false`: music, which is never searched for words. Default: `true`, or `false` with `ducking`. */
            speech?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Language of the speech, as a BCP 47 tag. */
            language?: string | components["schemas"]["TemplateExpression"];
            /** @description The script: the text that is spoken. It is aligned to the sound to find the word times. */
            text?: string | components["schemas"]["TemplateExpression"];
            /** @description The words with their times, instead of `text`: a list, or the unchanged JSON output of a speech tool. */
            words?: (components["schemas"]["TemplateWord"][] | Record<string, never> | unknown[]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Whether the sound goes on when its scene ends. It then has no effect on the length of the scene.
             * @default false
             */
            "beyond-scene"?: boolean | components["schemas"]["TemplateExpression"];
            /**
             * @description Whether the sound goes on when its scene ends. It then has no effect on the length of the scene.
             * @default false
             */
            beyond_scene?: boolean | components["schemas"]["TemplateExpression"];
        };
        TemplateStart: {
            /** @description ID of the element after whose end this one begins. */
            after?: string | components["schemas"]["TemplateExpression"];
            /** @description ID of the element with which this one begins. */
            "same-as"?: string | components["schemas"]["TemplateExpression"];
            /** @description ID of the element with which this one begins. */
            same_as?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds later, or with a negative number, earlier.
             * @default 0
             */
            offset?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateDuration: {
            /** @description ID of the element that lasts as long as this one. */
            "same-as": string | components["schemas"]["TemplateExpression"];
            /** @description ID of the element that lasts as long as this one. */
            same_as?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateDucking: {
            /**
             * @description Gain in decibels while somebody speaks.
             * @default -12
             */
            level?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade down in seconds. It ends when the voice begins.
             * @default 0.3
             */
            attack?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade up after the voice, in seconds.
             * @default 0.8
             */
            release?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateAudioKeyframes: {
            /** @description Factor of the `volume` of the element. */
            volume?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
        };
        TemplateWord: {
            /** @description The word, including its punctuation. */
            word?: string | components["schemas"]["TemplateExpression"];
            /** @description Start of the word in seconds. */
            start?: number | components["schemas"]["TemplateExpression"];
            /** @description End of the word in seconds. If it is missing or equal to `start`, the word ends when the next word begins. */
            end?: number | components["schemas"]["TemplateExpression"];
            /** @description Whether a space precedes the word on a line. The default depends on the writing system. */
            space?: boolean | components["schemas"]["TemplateExpression"];
        } & {
            [key: string]: unknown;
        };
        TemplateVoice: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "voice";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /** @description The text to speak. `<break time="500ms"/>` is a pause, and an empty line separates paragraphs. */
            text: string | components["schemas"]["TemplateExpression"];
            /** @description Name of the voice. Default: the voice that the operator chose. */
            voice?: string | components["schemas"]["TemplateExpression"];
            /** @description Language of the text, as a BCP 47 tag. */
            language?: string | components["schemas"]["TemplateExpression"];
            /** @description Voice engine: its name, or its kind. Default: the engine of the voice. */
            provider?: string | components["schemas"]["TemplateExpression"];
            /** @description Model of the engine. Default: the model of the engine. */
            model?: string | components["schemas"]["TemplateExpression"];
            /** @description Name of the voice engine. It takes precedence over `provider`. */
            connection?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Speaking rate. 1 is the usual one of the voice.
             * @default 1
             */
            speed?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Pitch of the voice in semitones, for engines that can change it.
             * @default 0
             */
            pitch?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Volume as a linear gain.
             * @default 1
             */
            volume?: number | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateAudioKeyframes"] | components["schemas"]["TemplateExpression"];
        };
        TemplateImage: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "image";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description Address of the source: a URL, `asset:` and the ID of an uploaded file, or an SVG drawing as `data:image/svg+xml,` and its text or its Base64. */
            src: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            "accept-damaged"?: boolean | components["schemas"]["TemplateExpression"];
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            accept_damaged?: boolean | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["TemplateMask"] | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Space between the edges of the box and the picture in it, in pixels.
             * @default 0
             */
            padding?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description How the picture fills its box. `cover` and `contain` keep the aspect ratio, and `fit` also never enlarges. `fill` and `stretch` fill the box exactly. `center` keeps the size of the picture. `blur` is `contain` over a blurred `cover` of the same picture. `none` is `fill`, but without `width` and `height`, the box has the size of the picture.
             * @default cover
             */
            resize?: ("cover" | "contain" | "fill" | "fit" | "stretch" | "center" | "blur" | "none") | components["schemas"]["TemplateExpression"];
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            "offset-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            offset_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box down. */
            "offset-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box down. */
            offset_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            border_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description The visible part of the source. Default: all of it. */
            crop?: components["schemas"]["TemplateCrop"] | components["schemas"]["TemplateExpression"];
            /** @description Mirrors the picture: `horizontal` swaps left and right, `vertical` swaps top and bottom. */
            flip?: ("horizontal" | "vertical" | "both") | components["schemas"]["TemplateExpression"];
            /** @description Color correction. */
            correction?: components["schemas"]["TemplateCorrection"] | components["schemas"]["TemplateExpression"];
            /** @description Makes one color transparent, as with a green screen. */
            "chroma-key"?: components["schemas"]["TemplateChromaKey"] | components["schemas"]["TemplateExpression"];
            /** @description Makes one color transparent, as with a green screen. */
            chroma_key?: components["schemas"]["TemplateChromaKey"] | components["schemas"]["TemplateExpression"];
            /**
             * @description Zooms in by this many tenths while the picture is visible. A negative value starts zoomed in and zooms out.
             * @default 0
             */
            zoom?: number | components["schemas"]["TemplateExpression"];
            /** @description Direction in which the view moves while the picture is visible. */
            pan?: ("left" | "right" | "top" | "bottom" | "top-left" | "top-right" | "bottom-left" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            "pan-distance"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            pan_distance?: number | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            "animate-out"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            animate_out?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateMatte: {
            /**
             * @description What counts: the opacity of the matte (`alpha`), or its brightness (`luma`), where black and transparent are the same.
             * @default alpha
             * @enum {string}
             */
            type?: "alpha" | "luma" | "alpha-inverted" | "luma-inverted";
            /** @description The image, page of HTML, video, shape, text, waveform, group, or component whose opacity or brightness counts. */
            element: (components["schemas"]["TemplateImage"] | components["schemas"]["TemplateHtml"] | components["schemas"]["TemplateVideo"] | components["schemas"]["TemplateShape"] | components["schemas"]["TemplateText"] | components["schemas"]["TemplateWaveform"] | components["schemas"]["TemplateGroup"] | components["schemas"]["TemplateComponent"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateHtml: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "html";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description The page: HTML with its styles. Scripts, frames, and what plays are left out. The background is transparent. */
            html: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Rules of CSS for the page.
             * @default
             */
            css?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Pixels of the picture for each pixel of the page. Raise it for a page that grows in the video.
             * @default 1
             */
            "pixel-ratio"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Pixels of the picture for each pixel of the page. Raise it for a page that grows in the video.
             * @default 1
             */
            pixel_ratio?: number | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["TemplateMask"] | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Space between the edges of the box and the picture in it, in pixels.
             * @default 0
             */
            padding?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            "offset-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            offset_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box down. */
            "offset-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box down. */
            offset_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            border_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description The visible part of the source. Default: all of it. */
            crop?: components["schemas"]["TemplateCrop"] | components["schemas"]["TemplateExpression"];
            /** @description Mirrors the picture: `horizontal` swaps left and right, `vertical` swaps top and bottom. */
            flip?: ("horizontal" | "vertical" | "both") | components["schemas"]["TemplateExpression"];
            /** @description Color correction. */
            correction?: components["schemas"]["TemplateCorrection"] | components["schemas"]["TemplateExpression"];
            /** @description Makes one color transparent, as with a green screen. */
            "chroma-key"?: components["schemas"]["TemplateChromaKey"] | components["schemas"]["TemplateExpression"];
            /** @description Makes one color transparent, as with a green screen. */
            chroma_key?: components["schemas"]["TemplateChromaKey"] | components["schemas"]["TemplateExpression"];
            /**
             * @description Zooms in by this many tenths while the picture is visible. A negative value starts zoomed in and zooms out.
             * @default 0
             */
            zoom?: number | components["schemas"]["TemplateExpression"];
            /** @description Direction in which the view moves while the picture is visible. */
            pan?: ("left" | "right" | "top" | "bottom" | "top-left" | "top-right" | "bottom-left" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            "pan-distance"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            pan_distance?: number | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            "animate-out"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            animate_out?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateMask: {
            /**
             * @description `ellipse` fills the area. `circle` is centered in it.
             * @default rectangle
             */
            shape?: ("rectangle" | "ellipse" | "circle") | components["schemas"]["TemplateExpression"];
            /** @description Left edge of the area, in pixels or as a percentage of the element. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge of the area. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the area. Default: that of the element. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the area. Default: that of the element. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners of a rectangle; a percentage is of the shorter side of the area. */
            radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the soft edge, inward; a percentage is of the shorter side of the area. */
            feather?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Shows what is outside of the area instead.
             * @default false
             */
            invert?: boolean | components["schemas"]["TemplateExpression"];
        };
        TemplateRotation: {
            /**
             * @description Angle when the element appears, in degrees clockwise.
             * @default 0
             */
            angle?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Rotation in degrees per second.
             * @default 0
             */
            speed?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateCrop: {
            /** @description Left edge of the crop, in pixels or as a percentage of the source. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge of the crop. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the crop. Default: up to the right edge of the source. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the crop. Default: down to the bottom edge of the source. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
        };
        TemplateCorrection: {
            /** @description A lookup table of colors: a `.cube` file, which is applied before everything else. */
            lut?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Amount of the lookup table. 0 leaves the colors as they are.
             * @default 1
             */
            "lut-intensity"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Amount of the lookup table. 0 leaves the colors as they are.
             * @default 1
             */
            lut_intensity?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Added to each pixel. -1 is black, 1 is white.
             * @default 0
             */
            brightness?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Multiplies the distance from middle gray. 0 is plain gray, 2 doubles the contrast.
             * @default 1
             */
            contrast?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Multiplies the strength of the colors. 0 removes all color.
             * @default 1
             */
            saturation?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description A value above 1 brightens shadows and midtones, a value below 1 darkens them.
             * @default 1
             */
            gamma?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Rotates all hues, in degrees.
             * @default 0
             */
            hue?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Amount of color to remove. 1 is black and white.
             * @default 0
             */
            grayscale?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Amount of sepia tone.
             * @default 0
             */
            sepia?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Gaussian blur: the standard deviation in pixels of the output.
             * @default 0
             */
            blur?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Amount of the negative. 1 swaps dark and light, and all colors.
             * @default 0
             */
            negative?: number | components["schemas"]["TemplateExpression"];
            /** @description A color in which the picture appears, from black to this color. Its opacity is the amount of tint. */
            tint?: string | components["schemas"]["TemplateExpression"];
            /** @description A color over the picture, with its opacity. */
            "overlay-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description A color over the picture, with its opacity. */
            overlay_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Darkens the picture towards its corners. At 1, these are black.
             * @default 0
             */
            vignette?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Sharpens edges: the amount of unsharp masking of the brightness.
             * @default 0
             */
            sharpen?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateChromaKey: {
            /**
             * @description The color that becomes transparent.
             * @default #00FF00
             */
            color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance from the color up to which pixels are fully transparent.
             * @default 0.1
             */
            tolerance?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Further distance over which pixels become opaque. 0 is a hard edge.
             * @default 0.05
             */
            blend?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance from the color up to which pixels are fully transparent.
             * @default 0.1
             */
            similarity?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateKeyframes: {
            /** @description Left edge of the box, as in `x`. */
            x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Top edge of the box, as in `y`. */
            y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance to the right from the place of the box. */
            "offset-x"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance to the right from the place of the box. */
            offset_x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance down from the place of the box. */
            "offset-y"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance down from the place of the box. */
            offset_y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor, or a percentage such as `"150%"`. */
            scale?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Width as a factor. A negative one mirrors. */
            "scale-x"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Width as a factor. A negative one mirrors. */
            scale_x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Height as a factor. */
            "scale-y"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Height as a factor. */
            scale_y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees clockwise. */
            rotation?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which vertical edges lean. */
            "skew-x"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which vertical edges lean. */
            skew_x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which horizontal edges lean. */
            "skew-y"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which horizontal edges lean. */
            skew_y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description 0 is fully transparent, 1 is the `opacity` of the element. */
            opacity?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Radius of the blur in pixels. */
            blur?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the left. */
            "crop-left"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the left. */
            crop_left?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the right. */
            "crop-right"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the right. */
            crop_right?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the top. */
            "crop-top"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the top. */
            crop_top?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the bottom. */
            "crop-bottom"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the bottom. */
            crop_bottom?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
        };
        TemplateLoopAnimation: {
            /** @description What it looks like. */
            style: ("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateExpression"];
            /** @description How the time of the animation passes. Default: by style. */
            easing?: string | components["schemas"]["TemplateExpression"];
            /** @description Where the movement goes. Default: by style. */
            direction?: ("left" | "right" | "up" | "down") | components["schemas"]["TemplateExpression"];
            /** @description How far it moves, in pixels or as a percentage of the box. Default: by style. */
            distance?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description The size that is farthest from that at rest. */
            scale?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description How far it turns, in degrees. */
            angle?: number | components["schemas"]["TemplateExpression"];
            /** @description Swings in a second. */
            frequency?: number | components["schemas"]["TemplateExpression"];
            /** @description Whether it also fades. Default: by style. */
            fade?: boolean | components["schemas"]["TemplateExpression"];
        };
        TemplateAnimation: {
            /**
             * @description What it looks like.
             * @default fade
             */
            style?: ("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateExpression"];
            /**
             * @description Length in seconds.
             * @default 0.5
             */
            duration?: number | components["schemas"]["TemplateExpression"];
            /** @description How the time of the animation passes. Default: by style. */
            easing?: string | components["schemas"]["TemplateExpression"];
            /** @description Where the movement goes. Default: by style. */
            direction?: ("left" | "right" | "up" | "down") | components["schemas"]["TemplateExpression"];
            /** @description How far it moves, in pixels or as a percentage of the box. Default: by style. */
            distance?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description The size that is farthest from that at rest. */
            scale?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description How far it turns, in degrees. */
            angle?: number | components["schemas"]["TemplateExpression"];
            /** @description Swings in a second. */
            frequency?: number | components["schemas"]["TemplateExpression"];
            /** @description Whether it also fades. Default: by style. */
            fade?: boolean | components["schemas"]["TemplateExpression"];
        };
        TemplateVideo: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "video";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description Address of the source: a URL, or `asset:` and the ID of an uploaded file. */
            src: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            "accept-damaged"?: boolean | components["schemas"]["TemplateExpression"];
            /**
             * @description Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.
             * @default false
             */
            accept_damaged?: boolean | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["TemplateMask"] | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Space between the edges of the box and the picture in it, in pixels.
             * @default 0
             */
            padding?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description How the picture fills its box. `cover` and `contain` keep the aspect ratio, and `fit` also never enlarges. `fill` and `stretch` fill the box exactly. `center` keeps the size of the picture. `blur` is `contain` over a blurred `cover` of the same picture. `none` is `fill`, but without `width` and `height`, the box has the size of the picture.
             * @default cover
             */
            resize?: ("cover" | "contain" | "fill" | "fit" | "stretch" | "center" | "blur" | "none") | components["schemas"]["TemplateExpression"];
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            "offset-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture. */
            offset_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box down. */
            "offset-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Moves the box down. */
            offset_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            border_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description The visible part of the source. Default: all of it. */
            crop?: components["schemas"]["TemplateCrop"] | components["schemas"]["TemplateExpression"];
            /** @description Mirrors the picture: `horizontal` swaps left and right, `vertical` swaps top and bottom. */
            flip?: ("horizontal" | "vertical" | "both") | components["schemas"]["TemplateExpression"];
            /** @description Color correction. */
            correction?: components["schemas"]["TemplateCorrection"] | components["schemas"]["TemplateExpression"];
            /** @description Makes one color transparent, as with a green screen. */
            "chroma-key"?: components["schemas"]["TemplateChromaKey"] | components["schemas"]["TemplateExpression"];
            /** @description Makes one color transparent, as with a green screen. */
            chroma_key?: components["schemas"]["TemplateChromaKey"] | components["schemas"]["TemplateExpression"];
            /**
             * @description Zooms in by this many tenths while the picture is visible. A negative value starts zoomed in and zooms out.
             * @default 0
             */
            zoom?: number | components["schemas"]["TemplateExpression"];
            /** @description Direction in which the view moves while the picture is visible. */
            pan?: ("left" | "right" | "top" | "bottom" | "top-left" | "top-right" | "bottom-left" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            "pan-distance"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the pan, as a share of the picture.
             * @default 0.1
             */
            pan_distance?: number | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateVideoKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            "animate-out"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            animate_out?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Start position in the source, in seconds.
             * @default 0
             */
            seek?: number | components["schemas"]["TemplateExpression"];
            /** @description End position in the source, in seconds. Default: its end. */
            until?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Repeats the source when it ends.
             * @default false
             */
            loop?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Playback speed. The pitch of the sound does not change. `fit`: the source takes exactly the time of the element, which lasts until the end of its scene if it has no `duration`. A sound slower than 0.25 or faster than 4 is then silent. Default: 1. */
            speed?: (number | "fit") | components["schemas"]["TemplateExpression"];
            /**
             * @description Volume as a linear gain.
             * @default 1
             */
            volume?: number | components["schemas"]["TemplateExpression"];
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            "audio-track"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file. */
            audio_track?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Lowers the volume while somebody speaks. `true` lowers it by 12 dB. */
            ducking?: (boolean | components["schemas"]["TemplateDucking"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateVideoKeyframes: {
            /** @description Left edge of the box, as in `x`. */
            x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Top edge of the box, as in `y`. */
            y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance to the right from the place of the box. */
            "offset-x"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance to the right from the place of the box. */
            offset_x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance down from the place of the box. */
            "offset-y"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Distance down from the place of the box. */
            offset_y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor, or a percentage such as `"150%"`. */
            scale?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Width as a factor. A negative one mirrors. */
            "scale-x"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Width as a factor. A negative one mirrors. */
            scale_x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Height as a factor. */
            "scale-y"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Height as a factor. */
            scale_y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees clockwise. */
            rotation?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which vertical edges lean. */
            "skew-x"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which vertical edges lean. */
            skew_x?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which horizontal edges lean. */
            "skew-y"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Degrees by which horizontal edges lean. */
            skew_y?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description 0 is fully transparent, 1 is the `opacity` of the element. */
            opacity?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Radius of the blur in pixels. */
            blur?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the left. */
            "crop-left"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the left. */
            crop_left?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the right. */
            "crop-right"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the width that is cut off on the right. */
            crop_right?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the top. */
            "crop-top"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the top. */
            crop_top?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the bottom. */
            "crop-bottom"?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Share of the height that is cut off at the bottom. */
            crop_bottom?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Factor of the `volume` of the element. */
            volume?: ({
                /** @description Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length. */
                time: number | string;
                /** @description The value at this time. */
                value: number | string;
                /**
                 * @description How the value comes here from the keyframe before.
                 * @default linear
                 */
                easing?: string;
            } | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
        };
        TemplateShape: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "shape";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description `ellipse` fills the box. `circle` is centered in the box.
             * @default rectangle
             */
            shape?: ("rectangle" | "ellipse" | "circle") | components["schemas"]["TemplateExpression"];
            /** @description Outline in the place of `shape`, as path data of SVG. It is filled by the nonzero rule. */
            path?: string | components["schemas"]["TemplateExpression"];
            /** @description The part of the coordinates of `path` that fills the box: left edge, top edge, width, and height. Default: `0 0 100 100`, so coordinates are percentages of the box. */
            "view-box"?: string | components["schemas"]["TemplateExpression"];
            /** @description The part of the coordinates of `path` that fills the box: left edge, top edge, width, and height. Default: `0 0 100 100`, so coordinates are percentages of the box. */
            view_box?: string | components["schemas"]["TemplateExpression"];
            /** @description A color or a gradient. Default: white. */
            fill?: (string | components["schemas"]["TemplateGradient"]) | components["schemas"]["TemplateExpression"];
            /** @description Color of the stroke along the edge. Default: black. */
            "stroke-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the stroke along the edge. Default: black. */
            stroke_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of the stroke in pixels, inward from the edge. 0 is no stroke.
             * @default 0
             */
            "stroke-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of the stroke in pixels, inward from the edge. 0 is no stroke.
             * @default 0
             */
            stroke_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["TemplateMask"] | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            "animate-out"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            animate_out?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateGradient: {
            /**
             * @description `radial` runs from the center to the edge.
             * @default linear
             */
            style?: ("linear" | "radial") | components["schemas"]["TemplateExpression"];
            /**
             * @description Direction of a linear gradient, in degrees clockwise. 0 runs from left to right, 90 from top to bottom.
             * @default 0
             */
            angle?: number | components["schemas"]["TemplateExpression"];
            /** @description The colors, evenly spaced. */
            colors: (string | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
        };
        TemplateText: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "text";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /** @description The text to show. Lines break at line breaks in the text and at the edge of the box. */
            text?: string | components["schemas"]["TemplateExpression"];
            /** @description The parts of the text, each with a look of its own. Instead of `text`. */
            runs?: (components["schemas"]["TemplateTextRun"] | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Look of the text. */
            settings?: components["schemas"]["TemplateTextSettings"] | components["schemas"]["TemplateExpression"];
            /** @description How the text appears. Default: without an animation. */
            "animate-in"?: (("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["TemplateTextAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the text appears. Default: without an animation. */
            animate_in?: (("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["TemplateTextAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the text disappears. Default: without an animation. */
            "animate-out"?: (("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["TemplateTextAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the text disappears. Default: without an animation. */
            animate_out?: (("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["TemplateTextAnimation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateTextRun: {
            /** @description The text of the run, with its spaces. */
            text: string | components["schemas"]["TemplateExpression"];
            /** @description What is different from the look of the text. */
            settings?: components["schemas"]["TemplateRunSettings"] | components["schemas"]["TemplateExpression"];
        };
        TemplateRunSettings: {
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /** @description URL or asset of a font that replaces the font family. */
            "font-url"?: string | components["schemas"]["TemplateExpression"];
            /** @description URL or asset of a font that replaces the font family. */
            font_url?: string | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels, or relative to the font size of the text (`em`, `%`). */
            "font-size"?: (((number | string) | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels, or relative to the font size of the text (`em`, `%`). */
            font_size?: (((number | string) | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description 400 is regular, 700 is bold. */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /** @description 400 is regular, 700 is bold. */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /** @description Upright or italic letters. */
            "font-style"?: ("normal" | "italic" | "oblique") | components["schemas"]["TemplateExpression"];
            /** @description Upright or italic letters. */
            font_style?: ("normal" | "italic" | "oblique") | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. */
            "font-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. */
            font_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Extra space between letters. */
            "letter-spacing"?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Extra space between letters. */
            letter_spacing?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Letter case. */
            "text-transform"?: ("none" | "uppercase" | "lowercase" | "capitalize") | components["schemas"]["TemplateExpression"];
            /** @description Letter case. */
            text_transform?: ("none" | "uppercase" | "lowercase" | "capitalize") | components["schemas"]["TemplateExpression"];
            /** @description A line below, through, or above the letters. */
            "text-decoration"?: ("none" | "underline" | "line-through" | "overline") | components["schemas"]["TemplateExpression"];
            /** @description A line below, through, or above the letters. */
            text_decoration?: ("none" | "underline" | "line-through" | "overline") | components["schemas"]["TemplateExpression"];
            /** @description Color of the outline. */
            "outline-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the outline. */
            outline_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Width of the outline. */
            "outline-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the outline. */
            outline_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the run. */
            "box-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the run. */
            box_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. */
            color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the run. */
            "background-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the run. */
            background_color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateTextSettings: {
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            "font-url"?: string | components["schemas"]["TemplateExpression"];
            /** @description URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family. */
            font_url?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold. Uses the nearest weight of the family.
             * @default 700
             */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold. Uses the nearest weight of the family.
             * @default 700
             */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             */
            "font-style"?: ("normal" | "italic" | "oblique") | components["schemas"]["TemplateExpression"];
            /**
             * @description `italic` slants the letters of a family without italics.
             * @default normal
             */
            font_style?: ("normal" | "italic" | "oblique") | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: white. */
            "font-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: white. */
            font_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Extra space between letters. A percentage refers to the font size. */
            "letter-spacing"?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Extra space between letters. A percentage refers to the font size. */
            letter_spacing?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Letter case. Default: as in the text. */
            "text-transform"?: ("none" | "uppercase" | "lowercase" | "capitalize") | components["schemas"]["TemplateExpression"];
            /** @description Letter case. Default: as in the text. */
            text_transform?: ("none" | "uppercase" | "lowercase" | "capitalize") | components["schemas"]["TemplateExpression"];
            /**
             * @description A line below, through, or above the letters.
             * @default none
             */
            "text-decoration"?: ("none" | "underline" | "line-through" | "overline") | components["schemas"]["TemplateExpression"];
            /**
             * @description A line below, through, or above the letters.
             * @default none
             */
            text_decoration?: ("none" | "underline" | "line-through" | "overline") | components["schemas"]["TemplateExpression"];
            /** @description Color of the outline. Default: black. */
            "outline-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the outline. Default: black. */
            outline_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Width of the outline outside of the letters. 0 is no outline. */
            "outline-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the outline outside of the letters. 0 is no outline. */
            outline_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. `auto` is the largest size at which the text fits its area. Default: a 12th of the frame height. */
            "font-size"?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. `auto` is the largest size at which the text fits its area. Default: a 12th of the frame height. */
            font_size?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Smallest size with `auto`. Default: a 100th of the shorter side of the frame. */
            "font-size-min"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Smallest size with `auto`. Default: a 100th of the shorter side of the frame. */
            font_size_min?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Largest size with `auto`. Default: the shorter side of the frame, up to 1000. */
            "font-size-max"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Largest size with `auto`. Default: the shorter side of the frame, up to 1000. */
            font_size_max?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Distance between baselines, as a multiple of the font size, or as a length. */
            "line-height"?: (number | ((number | string) | string)) | components["schemas"]["TemplateExpression"];
            /** @description Distance between baselines, as a multiple of the font size, or as a length. */
            line_height?: (number | ((number | string) | string)) | components["schemas"]["TemplateExpression"];
            /** @description Extra space between words. */
            "word-spacing"?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Extra space between words. */
            word_spacing?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Alignment of the lines in the box. `start` and `end` follow the direction of each line; `justify` stretches all lines but the last one of a paragraph.
             * @default center
             */
            "text-align"?: ("left" | "center" | "right" | "justify" | "start" | "end") | components["schemas"]["TemplateExpression"];
            /**
             * @description Alignment of the lines in the box. `start` and `end` follow the direction of each line; `justify` stretches all lines but the last one of a paragraph.
             * @default center
             */
            text_align?: ("left" | "center" | "right" | "justify" | "start" | "end") | components["schemas"]["TemplateExpression"];
            /**
             * @description Alignment of the text in the height of its box.
             * @default center
             */
            "vertical-align"?: ("top" | "center" | "bottom" | "middle") | components["schemas"]["TemplateExpression"];
            /**
             * @description Alignment of the text in the height of its box.
             * @default center
             */
            vertical_align?: ("top" | "center" | "bottom" | "middle") | components["schemas"]["TemplateExpression"];
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            "all-caps"?: boolean | components["schemas"]["TemplateExpression"];
            /**
             * @description Shows all letters in uppercase, unless `text-transform` is set.
             * @default false
             */
            all_caps?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. Default: 0.3 of the font size with a box, otherwise 0. */
            padding?: (((number | string) | (number | string)[]) | string) | components["schemas"]["TemplateExpression"];
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            "text-shadow"?: string | components["schemas"]["TemplateExpression"];
            /** @description A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields. */
            text_shadow?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080`. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080`. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right and down. */
            "shadow-offset"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right and down. */
            shadow_offset?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow to the right. Default: `shadow-offset`. */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Offset of the shadow down. Default: `shadow-offset`. */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the blur of the shadow, as in CSS. */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the blur of the shadow, as in CSS. */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description What `box-color` is behind: the whole `area` of the element, the `text`, each `line`, or a `band` that is as wide as the area and as high as the text.
             * @default area
             */
            box?: ("area" | "text" | "line" | "band") | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the text. Default: no box. */
            "box-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the text. Default: no box. */
            box_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners of the box. */
            "box-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners of the box. */
            box_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of a border inside the edge of the box. */
            "box-border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of a border inside the edge of the box. */
            box_border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "box-border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            box_border_color?: string | components["schemas"]["TemplateExpression"];
            /** @description How lines break: `balance` makes lines of similar width, `fill` fills each line, `none` keeps the line breaks of the text. `true` is `balance`, `false` is `none`. Default: `balance`. */
            wrap?: (boolean | ("balance" | "fill" | "none" | "wrap" | "nowrap")) | components["schemas"]["TemplateExpression"];
            /**
             * @description `break-word` breaks a word that is wider than a line anywhere.
             * @default normal
             */
            "overflow-wrap"?: ("normal" | "break-word" | "anywhere") | components["schemas"]["TemplateExpression"];
            /**
             * @description `break-word` breaks a word that is wider than a line anywhere.
             * @default normal
             */
            overflow_wrap?: ("normal" | "break-word" | "anywhere") | components["schemas"]["TemplateExpression"];
            /** @description Most lines. The last one ends with an ellipsis if more text follows. */
            "max-lines"?: number | components["schemas"]["TemplateExpression"];
            /** @description Most lines. The last one ends with an ellipsis if more text follows. */
            max_lines?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description What happens to text that does not fit its area: it stays `visible`, ends with an `ellipsis`, or is cut with `clip`.
             * @default visible
             */
            overflow?: ("visible" | "ellipsis" | "clip" | "hidden") | components["schemas"]["TemplateExpression"];
            /** @description Margins of a text without a position or a width: a percentage of the frame, or the area that an app draws over. Default: `title` (5%). */
            "safe-area"?: ((components["schemas"]["TemplateCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels")) | components["schemas"]["TemplateExpression"];
            /** @description Margins of a text without a position or a width: a percentage of the frame, or the area that an app draws over. Default: `title` (5%). */
            safe_area?: ((components["schemas"]["TemplateCaptionMargins"] | number) | ("title" | "tiktok" | "shorts" | "reels")) | components["schemas"]["TemplateExpression"];
            /**
             * @description `vertical-rl` sets lines from top to bottom, the first one at the right.
             * @default horizontal
             */
            "writing-mode"?: ("horizontal" | "vertical-rl" | "horizontal-tb") | components["schemas"]["TemplateExpression"];
            /**
             * @description `vertical-rl` sets lines from top to bottom, the first one at the right.
             * @default horizontal
             */
            writing_mode?: ("horizontal" | "vertical-rl" | "horizontal-tb") | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: white. */
            color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the text. Default: no box. */
            "background-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a box behind the text. Default: no box. */
            background_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. Default: 0.3 of the font size with a box, otherwise 0. */
            "box-padding"?: (((number | string) | (number | string)[]) | string) | components["schemas"]["TemplateExpression"];
            /** @description Distance from the text to the edges of its box: one length, or up to four in the order of CSS. Default: 0.3 of the font size with a box, otherwise 0. */
            box_padding?: (((number | string) | (number | string)[]) | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners of the box. */
            "border-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners of the box. */
            border_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description How lines break: `balance` makes lines of similar width, `fill` fills each line, `none` keeps the line breaks of the text. `true` is `balance`, `false` is `none`. Default: `balance`. */
            "text-wrap"?: (boolean | ("balance" | "fill" | "none" | "wrap" | "nowrap")) | components["schemas"]["TemplateExpression"];
            /** @description How lines break: `balance` makes lines of similar width, `fill` fills each line, `none` keeps the line breaks of the text. `true` is `balance`, `false` is `none`. Default: `balance`. */
            text_wrap?: (boolean | ("balance" | "fill" | "none" | "wrap" | "nowrap")) | components["schemas"]["TemplateExpression"];
        };
        TemplateTextAnimation: {
            /**
             * @description `slide` comes from nearby, `fly` from outside of the frame, and `reveal` from behind the edge of its line. `typewriter` shows letter by letter, `words` word by word. The others are those of [animation](#animation).
             * @default fade
             */
            style?: ("fade" | "pop" | "slide" | "fly" | "reveal" | "zoom" | "spin" | "flip" | "typewriter" | "words" | "carousel" | "wipe" | "circular-wipe" | "squash" | "bounce" | "shake" | "wiggle" | "blur" | "slide-up" | "slide-down" | "slide-left" | "slide-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the animation in seconds. With `stagger`, that of each part.
             * @default 0.5
             */
            duration?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description What moves by itself: the whole text (`element`), or each line, word, or letter.
             * @default element
             */
            by?: ("element" | "line" | "word" | "letter" | "character") | components["schemas"]["TemplateExpression"];
            /** @description How the time of the animation passes. Default: by style. */
            easing?: string | components["schemas"]["TemplateExpression"];
            /** @description Time between the starts of neighboring parts, in seconds. Default: all parts move within the duration, and start within its first 60 %. */
            stagger?: number | components["schemas"]["TemplateExpression"];
            /** @description Where the movement goes. Default: by style; `up` for most. */
            direction?: ("left" | "right" | "up" | "down") | components["schemas"]["TemplateExpression"];
            /** @description How far the text moves. Default: twice the font size for `slide`, the frame for `fly`, its line for `reveal`, and by style for the others. */
            distance?: ((number | string) | string) | components["schemas"]["TemplateExpression"];
            /** @description Size at the start of `pop` (0.5), `zoom` (0), `spin` (1), and `squash` (0). 1 is the size at rest. */
            scale?: number | components["schemas"]["TemplateExpression"];
            /** @description How far it turns, in degrees. */
            angle?: number | components["schemas"]["TemplateExpression"];
            /** @description Swings in a second. */
            frequency?: number | components["schemas"]["TemplateExpression"];
            /** @description Whether it also fades. Default: by style. */
            fade?: boolean | components["schemas"]["TemplateExpression"];
        };
        TemplateWaveform: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "waveform";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description Address of a source whose sound shows from its start. It is not heard. Default: the waveform shows what is heard. */
            src?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description What shows of the sounds that are heard: all, or only `speech`, which are voices, and audio elements that are not music.
             * @default all
             */
            sound?: ("all" | "speech") | components["schemas"]["TemplateExpression"];
            /**
             * @description `live` moves with the sound: the middle shows this moment. `progress` shows the sound of the whole time of the element, and what of it was played.
             * @default live
             */
            mode?: ("live" | "progress") | components["schemas"]["TemplateExpression"];
            /**
             * @description `mirrored`: bars about the middle. `bars`: bars from below. `line`: a line. `wave`: an area about the middle.
             * @default mirrored
             */
            style?: ("mirrored" | "bars" | "line" | "wave") | components["schemas"]["TemplateExpression"];
            /** @description Color of the waveform, or of its played part. Default: white. */
            color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the part that was not played, in the mode `progress`. Default: `#FFFFFF66`. */
            "off-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the part that was not played, in the mode `progress`. Default: `#FFFFFF66`. */
            off_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Number of bars, or of points through which a line goes.
             * @default 48
             */
            bars?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Space between bars, in percent of the distance from one to the next.
             * @default 40
             */
            gap?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How round the ends of bars are, in percent.
             * @default 100
             */
            roundness?: number | components["schemas"]["TemplateExpression"];
            /** @description Width of a line in pixels. Default: a 40th of the height. */
            "line-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of a line in pixels. Default: a 40th of the height. */
            line_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Multiplied with the heights. With 1, the loudest moment is as high as the box.
             * @default 1
             */
            amplitude?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How much sound shows at once in the mode `live`, in seconds.
             * @default 2
             */
            span?: number | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: the length of the source. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["TemplateMask"] | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            border_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            "animate-out"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            animate_out?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateGroup: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "group";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: until the last of its elements ends. -2: until the end of the scene or the video. An object: that of another element. Default: -1. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description The elements of the group. Times and places are relative to the group.
             * @default []
             */
            elements?: ((components["schemas"]["TemplateAudio"] | components["schemas"]["TemplateVoice"] | components["schemas"]["TemplateImage"] | components["schemas"]["TemplateHtml"] | components["schemas"]["TemplateVideo"] | components["schemas"]["TemplateShape"] | components["schemas"]["TemplateText"] | components["schemas"]["TemplateWaveform"] | components["schemas"]["TemplateGroup"] | components["schemas"]["TemplateComponent"]) | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Color behind the elements of the group. */
            "background-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color behind the elements of the group. */
            background_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Multiplied with the volume of each sound in the group.
             * @default 1
             */
            volume?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["TemplateMask"] | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            border_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            "animate-out"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            animate_out?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateComponent: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @description What is made. */
            component: ("progress-bar" | "countdown" | "counter" | "lower-third" | "rating" | "button" | "qr-code" | "chart") | components["schemas"]["TemplateExpression"];
            /** @description The settings of the component, which depend on its kind. */
            settings?: (components["schemas"]["TemplateProgressBarSettings"] | components["schemas"]["TemplateCountdownSettings"] | components["schemas"]["TemplateCounterSettings"] | components["schemas"]["TemplateLowerThirdSettings"] | components["schemas"]["TemplateRatingSettings"] | components["schemas"]["TemplateButtonSettings"] | components["schemas"]["TemplateQrCodeSettings"] | components["schemas"]["TemplateChartSettings"]) | components["schemas"]["TemplateExpression"];
            /** @enum {string} */
            type: "component";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /** @description When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element. */
            start?: ((number | "auto") | components["schemas"]["TemplateStart"]) | components["schemas"]["TemplateExpression"];
            /** @description Length in seconds. -1: until the last of its elements ends. -2: until the end of the scene or the video. An object: that of another element. Default: -2. */
            duration?: ((number | (-1 | -2)) | components["schemas"]["TemplateDuration"]) | components["schemas"]["TemplateExpression"];
            /** @description Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`. */
            track?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            "fade-in"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-in, in seconds.
             * @default 0
             */
            fade_in?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            "fade-out"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the fade-out, in seconds.
             * @default 0
             */
            fade_out?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            "extra-time"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Seconds that a scene goes on after the element, if the scene has no `duration`.
             * @default 0
             */
            extra_time?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            "z-index"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.
             * @default 0
             */
            z_index?: number | components["schemas"]["TemplateExpression"];
            /** @description Left edge. Default: follows from `position`. */
            x?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Top edge. Default: follows from `position`. */
            y?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Width of the box. With only one side set, the box keeps the aspect ratio. */
            width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Height of the box. */
            height?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Position of the box in the frame.
             * @default center
             */
            position?: ("center" | "left-top" | "top-left" | "left-center" | "center-left" | "left-bottom" | "bottom-left" | "center-top" | "top-center" | "center-center" | "center-bottom" | "bottom-center" | "right-top" | "top-right" | "right-center" | "center-right" | "right-bottom" | "bottom-right") | components["schemas"]["TemplateExpression"];
            /**
             * @description 0 is fully transparent, 1 is opaque.
             * @default 1
             */
            opacity?: number | components["schemas"]["TemplateExpression"];
            /** @description Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame. */
            margin?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description How the colors combine with those below, as in `mix-blend-mode` of CSS.
             * @default normal
             */
            blend?: ("normal" | "multiply" | "screen" | "overlay" | "darken" | "lighten" | "color-dodge" | "color-burn" | "hard-light" | "soft-light" | "difference" | "exclusion" | "add" | "subtract" | "hue" | "saturation" | "color" | "luminosity") | components["schemas"]["TemplateExpression"];
            /** @description Another element, which is not seen: this one shows only where that one is. */
            matte?: components["schemas"]["TemplateMatte"] | components["schemas"]["TemplateExpression"];
            /** @description A form outside of which nothing of the element shows. */
            mask?: components["schemas"]["TemplateMask"] | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            "corner-radius"?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`). */
            corner_radius?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation. */
            rotate?: (number | components["schemas"]["TemplateRotation"]) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            "border-width"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of a line along the edge of the picture in pixels, inward. 0 is no border.
             * @default 0
             */
            border_width?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            "border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the border. Default: black. */
            border_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            "shadow-x"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow to the right, in pixels.
             * @default 0
             */
            shadow_x?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            "shadow-y"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Distance of the shadow down, in pixels.
             * @default 0
             */
            shadow_y?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            "shadow-blur"?: (number | string) | components["schemas"]["TemplateExpression"];
            /**
             * @description Radius of the blur of the shadow in pixels, as in CSS.
             * @default 0
             */
            shadow_blur?: (number | string) | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            "shadow-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow. */
            shadow_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Values that change over the time of the element. */
            keyframes?: components["schemas"]["TemplateKeyframes"] | components["schemas"]["TemplateExpression"];
            /** @description The point about which the element turns and grows. Default: the center. */
            anchor?: {
                /**
                 * @description 0 is the left edge of the box, 1 the right edge.
                 * @default 0.5
                 */
                x?: number | string;
                /**
                 * @description 0 is the top edge.
                 * @default 0.5
                 */
                y?: number | string;
            } | components["schemas"]["TemplateExpression"];
            /** @description Size as a factor of the box, about the anchor: a number, or `x` and `y`. */
            scale?: ((number | string) | {
                /**
                 * @description Width as a factor.
                 * @default 1
                 */
                x?: number | string;
                /**
                 * @description Height as a factor.
                 * @default 1
                 */
                y?: number | string;
            }) | components["schemas"]["TemplateExpression"];
            /** @description Slants the element. */
            skew?: {
                /**
                 * @description Degrees by which vertical edges lean.
                 * @default 0
                 */
                x?: number;
                /**
                 * @description Degrees by which horizontal edges lean.
                 * @default 0
                 */
                y?: number;
            } | components["schemas"]["TemplateExpression"];
            /** @description How the element moves as long as it shows. */
            animate?: (("zoom" | "ken-burns" | "pan" | "slide" | "spin" | "shake" | "wiggle" | "pulse" | "bounce" | "flip") | components["schemas"]["TemplateLoopAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            "animate-in"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element appears: a style, or its settings. */
            animate_in?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            "animate-out"?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
            /** @description How the element disappears. */
            animate_out?: (("fade" | "slide" | "fly" | "carousel" | "wipe" | "circular-wipe" | "reveal" | "zoom" | "pop" | "spin" | "flip" | "squash" | "bounce" | "shake" | "wiggle" | "blur") | components["schemas"]["TemplateAnimation"]) | components["schemas"]["TemplateExpression"];
        };
        TemplateProgressBarSettings: {
            /** @description Color of the bar. Default: `#FFFFFF`. */
            color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of what is not filled. Default: `#FFFFFF40`. */
            "background-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of what is not filled. Default: `#FFFFFF40`. */
            background_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description How much is filled at the start, in percent.
             * @default 0
             */
            from?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How much is filled at the end, in percent.
             * @default 100
             */
            to?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Where the bar grows to.
             * @default right
             */
            direction?: ("right" | "left" | "down" | "up") | components["schemas"]["TemplateExpression"];
            /**
             * @description How the bar accelerates.
             * @default linear
             */
            easing?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateCountdownSettings: {
            /**
             * @description The first number.
             * @default 10
             */
            from?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description The last number, at most 300 seconds later.
             * @default 1
             */
            to?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description `clock` shows minutes and seconds, such as `1:05`.
             * @default number
             */
            format?: ("number" | "clock") | components["schemas"]["TemplateExpression"];
            /** @description What shows after the last number. */
            "final-text"?: string | components["schemas"]["TemplateExpression"];
            /** @description What shows after the last number. */
            final_text?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateCounterSettings: {
            /**
             * @description The number at the start.
             * @default 0
             */
            from?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description The number at the end, which stays.
             * @default 100
             */
            to?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How long it counts, in seconds. The text changes at most 30 times a second, and 300 times in all.
             * @default 2
             */
            duration?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How the counting accelerates.
             * @default ease-out
             */
            easing?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Digits after the decimal point.
             * @default 0
             */
            decimals?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description What is before the number, such as `$`.
             * @default
             */
            prefix?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description What is after the number, such as ` %`.
             * @default
             */
            suffix?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description What separates thousands, such as `,`.
             * @default
             */
            separator?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description What separates the decimals.
             * @default .
             */
            "decimal-point"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description What separates the decimals.
             * @default .
             */
            decimal_point?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateLowerThirdSettings: {
            /** @description The upper, larger text. */
            title: string | components["schemas"]["TemplateExpression"];
            /** @description The lower, smaller text. */
            subtitle?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the line on the left. Default: `#F97316`. */
            "accent-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the line on the left. Default: `#F97316`. */
            accent_color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the strip. Default: `#000000B3`. */
            "background-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the strip. Default: `#000000B3`. */
            background_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description How it appears and disappears.
             * @default slide
             */
            animate?: ("slide" | "fade" | "none") | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateRatingSettings: {
            /**
             * @description How many are filled.
             * @default 5
             */
            value?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How many there are.
             * @default 5
             */
            max?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description What is filled.
             * @default star
             */
            symbol?: ("star" | "heart" | "circle" | "square") | components["schemas"]["TemplateExpression"];
            /** @description Color of what is filled. Default: `#FBBF24`. */
            color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the rest. Default: `#FFFFFF40`. */
            "off-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the rest. Default: `#FFFFFF40`. */
            off_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description How long the filling takes, in seconds. 0: it is filled from the start.
             * @default 0
             */
            duration?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateButtonSettings: {
            /** @description What the button says. */
            text: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the button. Default: `#2563EB`. */
            color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a line along the edge. Default: `#00000000`. */
            "border-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of a line along the edge. Default: `#00000000`. */
            border_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of this line, in pixels.
             * @default 0
             */
            "border-width"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Width of this line, in pixels.
             * @default 0
             */
            border_width?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How round the corners are, in percent.
             * @default 100
             */
            roundness?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateQrCodeSettings: {
            /** @description What the code says. */
            text: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the dark modules. Default: `#000000`. */
            color?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the light modules and the margin. Default: `#FFFFFF`. */
            "background-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the light modules and the margin. Default: `#FFFFFF`. */
            background_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Modules of empty space around the code. Readers expect 4.
             * @default 4
             */
            margin?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description How much of the code may be unreadable: 7, 15, 25, or 30 percent.
             * @default medium
             */
            "error-correction"?: ("low" | "medium" | "quartile" | "high") | components["schemas"]["TemplateExpression"];
            /**
             * @description How much of the code may be unreadable: 7, 15, 25, or 30 percent.
             * @default medium
             */
            error_correction?: ("low" | "medium" | "quartile" | "high") | components["schemas"]["TemplateExpression"];
        };
        TemplateChartSettings: {
            /**
             * @description The form of the chart.
             * @default bar
             */
            chart?: ("bar" | "line" | "pie" | "donut") | components["schemas"]["TemplateExpression"];
            /** @description The values. Those of a pie are 0 or more, and not all are 0. */
            data: (components["schemas"]["TemplateChartValue"] | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /** @description Colors of the values, which repeat. A line has the first one. */
            colors?: (string | components["schemas"]["TemplateExpression"])[] | components["schemas"]["TemplateExpression"];
            /**
             * @description Whether labels show below bars and points.
             * @default true
             */
            labels?: boolean | components["schemas"]["TemplateExpression"];
            /**
             * @description Whether values show above bars.
             * @default true
             */
            values?: boolean | components["schemas"]["TemplateExpression"];
            /** @description Width of a line in pixels. Default: a 60th of the height. */
            "line-width"?: number | components["schemas"]["TemplateExpression"];
            /** @description Width of a line in pixels. Default: a 60th of the height. */
            line_width?: number | components["schemas"]["TemplateExpression"];
            /** @description Color of the line below bars. Default: `#FFFFFF80`. */
            "axis-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the line below bars. Default: `#FFFFFF80`. */
            axis_color?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description How long the chart takes to appear, in seconds.
             * @default 1
             */
            duration?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            "font-family"?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description An installed font family.
             * @default Montserrat
             */
            font_family?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            "font-weight"?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description 400 is regular, 700 is bold.
             * @default 700
             */
            font_weight?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            "font-size"?: number | components["schemas"]["TemplateExpression"];
            /** @description Font size in pixels of the output. Default: as large as fits. */
            font_size?: number | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            "font-color"?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of the letters. Default: `#FFFFFF`. */
            font_color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateChartValue: {
            /** @description The value. */
            value: number | components["schemas"]["TemplateExpression"];
            /**
             * @description What the value is.
             * @default
             */
            label?: string | components["schemas"]["TemplateExpression"];
            /** @description Color of this value. Default: the next of `colors`. */
            color?: string | components["schemas"]["TemplateExpression"];
        };
        TemplateSubtitles: {
            /** @description Values of the variables by name. */
            variables?: {
                [key: string]: unknown;
            };
            /** @description Includes this part only if the expression is true. */
            condition?: string | boolean;
            /** @enum {string} */
            type: "subtitles";
            /** @description Name of the element. */
            id?: string | components["schemas"]["TemplateExpression"];
            /** @description A note for people. The service ignores it. */
            comment?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description Language of the speech and the captions, as a BCP 47 tag.
             * @default auto
             */
            language?: string | components["schemas"]["TemplateExpression"];
            /** @description The script: the text that is spoken. It is aligned to the sound to find the word times. */
            text?: string | components["schemas"]["TemplateExpression"];
            /** @description The words with their times, instead of `text`: a list, or the unchanged JSON output of a speech tool. */
            words?: (components["schemas"]["TemplateWord"][] | Record<string, never> | unknown[]) | components["schemas"]["TemplateExpression"];
            /** @description The URL, the asset, or the text of a caption file (SRT, VTT, ASS, SBV, LRC, or TTML), whose cues become the caption pages. Or the JSON output of a speech tool, as a URL, as an asset, as text, or inline. */
            captions?: ((string) | (Record<string, never> | unknown[])) | components["schemas"]["TemplateExpression"];
            /** @description Look of the captions. */
            settings?: components["schemas"]["TemplateCaptionSettings"] | components["schemas"]["TemplateExpression"];
        };
        TemplateOutputVideo: {
            /** @enum {string} */
            type: "video";
            /** @description File name without the extension. */
            name?: string | components["schemas"]["TemplateExpression"];
            /** @description Aspect ratio. The shorter side is as long as that of the video. */
            ratio: ("16:9" | "9:16" | "1:1" | "4:5") | components["schemas"]["TemplateExpression"];
        };
        TemplateOutputPoster: {
            /** @enum {string} */
            type: "poster";
            /** @description File name without the extension. */
            name?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description File format.
             * @default jpg
             */
            format?: ("jpg" | "png" | "webp") | components["schemas"]["TemplateExpression"];
            /**
             * @description Time of the frame in seconds. A time after the end selects the last frame.
             * @default 0
             */
            time?: number | components["schemas"]["TemplateExpression"];
            /** @description Width in pixels. Default: the width of the video. */
            width?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateOutputPreview: {
            /** @enum {string} */
            type: "preview";
            /** @description File name without the extension. */
            name?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description File format.
             * @default gif
             */
            format?: ("gif" | "webm") | components["schemas"]["TemplateExpression"];
            /**
             * @description Start of the preview in seconds.
             * @default 0
             */
            start?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Length of the preview in seconds.
             * @default 3
             */
            duration?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Width in pixels.
             * @default 480
             */
            width?: number | components["schemas"]["TemplateExpression"];
            /**
             * @description Frames per second.
             * @default 10
             */
            fps?: number | components["schemas"]["TemplateExpression"];
        };
        TemplateOutputAudio: {
            /** @enum {string} */
            type: "audio";
            /** @description File name without the extension. */
            name?: string | components["schemas"]["TemplateExpression"];
            /**
             * @description File format.
             * @default m4a
             */
            format?: ("m4a" | "mp3" | "wav") | components["schemas"]["TemplateExpression"];
        };
        /** @description A text with expressions such as `{{ name }}`. A text that is a single expression can have a value of any type. */
        TemplateExpression: `${string}{{${string}`;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    csrf_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CsrfTokenDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["CsrfTokenDto"];
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    ownkey_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["OwnKeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["KeyListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_create: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["IssuedKeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_revoke: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["KeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `KEY_NOT_FOUND`: The API key does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "KEY_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeKeyDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["KeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `KEY_NOT_FOUND`: The API key does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "KEY_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["IssuedKeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `KEY_NOT_FOUND`: The API key does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "KEY_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    "health_ready[0]": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All checks passed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    "health_ready[1]": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All checks passed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    health_details: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of this process and of the queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics of this process and the queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_list: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. Keep the filters of that page. */
                cursor?: string;
                /** @description Returns only items created after this time (ISO 8601). */
                created_after?: string;
                /** @description Returns only items created before this time (ISO 8601). */
                created_before?: string;
                /** @description The number of items to skip. For pages far down a list, `cursor` is faster; the two cannot be combined. */
                offset?: number;
                status?: "pending" | "processing" | "completed" | "failed" | "cancelled";
                /** @description Returns only the jobs of this batch. */
                batch?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: The job does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier response. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobStatusDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["JobStatusDto"];
                };
            };
            /** @description The status still matches `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: The job does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobStatusDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["JobStatusDto"];
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: The job does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `JOB_NOT_CANCELLABLE`: The job has already ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_CANCELLABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_retry: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key with the same body returns the jobs of the first request, with the header `Idempotent-Replayed: true`. Each API key has its own idempotency keys. They expire after 24 hours. */
                "Idempotency-Key"?: string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CreatedJobDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["CreatedJobDto"];
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: The job does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `JOB_NOT_RETRYABLE`: The job has not failed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_RETRYABLE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobevents_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a stream: the last event that the client received. */
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobEventsDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                    "text/event-stream": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobEventsDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description For a stream: no more events will follow */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: The job does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobdeliveries_retry: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["DeliveryDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: The job does not exist; `DELIVERY_NOT_FOUND`: The delivery does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND" | "DELIVERY_NOT_FOUND";
                    };
                };
            };
            /** @description `DELIVERY_PENDING`: The delivery has not ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "DELIVERY_PENDING";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_list: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. Keep the filters of that page. */
                cursor?: string;
                /** @description Returns only items created after this time (ISO 8601). */
                created_after?: string;
                /** @description Returns only items created before this time (ISO 8601). */
                created_before?: string;
                /** @description The number of items to skip. For pages far down a list, `cursor` is faster; the two cannot be combined. */
                offset?: number;
                status?: "pending" | "processing" | "completed" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["VideoListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key with the same body returns the jobs of the first request, with the header `Idempotent-Replayed: true`. Each API key has its own idempotency keys. They expire after 24 hours. */
                "Idempotency-Key"?: string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A video config (docs/video-config.md), or a template with values for its variables (docs/templates.md). */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoConfig"] | components["schemas"]["VideoTemplate"] | {
                    /** @description ID of the template. */
                    template: string;
                    /** @description Revision of the template. The default is the latest. */
                    "template-revision"?: number;
                    /** @description Revision of the template. The default is the latest. */
                    template_revision?: number;
                    /** @description Values for the variables of the template. */
                    variables?: {
                        [key: string]: unknown;
                    };
                    /** @description New values of properties of elements, by `id.property`, or by the ID alone for the text or the source. */
                    modifications?: {
                        [key: string]: unknown;
                    };
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    "client-data"?: unknown;
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    client_data?: unknown;
                    /** @description Jobs with a higher priority start first. The default is the value in the template. */
                    priority?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CreatedJobDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["CreatedJobDto"];
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["VideoDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["DeletedVideoDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                };
            };
            /** @description The part of the file that `Range` asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client already has the file (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range is outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part of the file that `Range` asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client already has the file (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist; `FILE_NOT_FOUND`: The video does not have this file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range is outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    subtitles_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                format: "srt" | "vtt" | "ass" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-subrip": string;
                    "text/vtt": string;
                    "text/x-ass": string;
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The part of the file that `Range` asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client already has the file (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist; `FILE_NOT_FOUND`: The video does not have this file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range is outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    subtitles_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TranscriptDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist; `FILE_NOT_FOUND`: The video does not have this file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    subtitles_correct: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key with the same body returns the jobs of the first request, with the header `Idempotent-Replayed: true`. Each API key has its own idempotency keys. They expire after 24 hours. */
                "Idempotency-Key"?: string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description The transcript as `GET` returns it, with corrected words. You can also send only its `words` (times in seconds from the start of the video), the words of a speech recognition tool, or a script to align as `text`. */
        requestBody: {
            content: {
                "application/json": {
                    id?: string;
                    language?: string;
                    method?: string;
                    text?: string;
                    words: {
                        word: string;
                        start: number;
                        end?: number;
                        space?: boolean;
                    }[];
                } | {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CreatedJobDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist; `FILE_NOT_FOUND`: The video does not have this file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    links_create: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description The name of a file of the video.
                     * @default video.mp4
                     */
                    file?: string;
                    /**
                     * @description Seconds until the link expires, up to `VIDEOCRAFT_LINKS_MAX_SECONDS`.
                     * @default 3600
                     */
                    "expires-in"?: number;
                    /**
                     * @description Seconds until the link expires, up to `VIDEOCRAFT_LINKS_MAX_SECONDS`.
                     * @default 3600
                     */
                    expires_in?: number;
                    /**
                     * @description Whether browsers show the file or save it.
                     * @default inline
                     * @enum {string}
                     */
                    disposition?: "inline" | "attachment";
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["VideoLinkDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: The video does not exist; `FILE_NOT_FOUND`: The video does not have this file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    links_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part of the file that `Range` asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client already has the file (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `LINK_NOT_FOUND`: The link is not valid */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "LINK_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range is outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    previews_validate: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description As in `POST /videos`: a video config, or a template with values for its variables. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoConfig"] | components["schemas"]["VideoTemplate"] | {
                    /** @description ID of the template. */
                    template: string;
                    /** @description Revision of the template. The default is the latest. */
                    "template-revision"?: number;
                    /** @description Revision of the template. The default is the latest. */
                    template_revision?: number;
                    /** @description Values for the variables of the template. */
                    variables?: {
                        [key: string]: unknown;
                    };
                    /** @description New values of properties of elements, by `id.property`, or by the ID alone for the text or the source. */
                    modifications?: {
                        [key: string]: unknown;
                    };
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    "client-data"?: unknown;
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    client_data?: unknown;
                    /** @description Jobs with a higher priority start first. The default is the value in the template. */
                    priority?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["ValidationDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    previews_timeline: {
        parameters: {
            query?: {
                /** @description The number of peaks of each sound for a second. Long sounds have fewer. */
                peaks_per_second?: number;
            };
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description As in `POST /videos`: a video config, or a template with values for its variables. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoConfig"] | components["schemas"]["VideoTemplate"] | {
                    /** @description ID of the template. */
                    template: string;
                    /** @description Revision of the template. The default is the latest. */
                    "template-revision"?: number;
                    /** @description Revision of the template. The default is the latest. */
                    template_revision?: number;
                    /** @description Values for the variables of the template. */
                    variables?: {
                        [key: string]: unknown;
                    };
                    /** @description New values of properties of elements, by `id.property`, or by the ID alone for the text or the source. */
                    modifications?: {
                        [key: string]: unknown;
                    };
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    "client-data"?: unknown;
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    client_data?: unknown;
                    /** @description Jobs with a higher priority start first. The default is the value in the template. */
                    priority?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TimelineDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `SOURCE_BLOCKED`: A source must not be fetched; `SOURCE_NOT_FOUND`: A source could not be fetched; `SOURCE_TOO_LARGE`: A source is too large; `SOURCE_TIMEOUT`: A source took too long; `MEDIA_INVALID`: A source is not valid media; `MEDIA_LIMIT_EXCEEDED`: The video exceeds a limit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SOURCE_BLOCKED" | "SOURCE_NOT_FOUND" | "SOURCE_TOO_LARGE" | "SOURCE_TIMEOUT" | "MEDIA_INVALID" | "MEDIA_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
            /** @description `STORAGE_FULL`: The storage is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "STORAGE_FULL";
                    };
                };
            };
        };
    };
    previews_still: {
        parameters: {
            query?: {
                /** @description Seconds from the start of the video. After its end, the last frame shows. */
                at?: number;
                /** @description The largest width in pixels. A narrower video keeps its width. */
                width?: number;
                format?: "png" | "jpg" | "webp";
            };
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description As in `POST /videos`: a video config, or a template with values for its variables. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoConfig"] | components["schemas"]["VideoTemplate"] | {
                    /** @description ID of the template. */
                    template: string;
                    /** @description Revision of the template. The default is the latest. */
                    "template-revision"?: number;
                    /** @description Revision of the template. The default is the latest. */
                    template_revision?: number;
                    /** @description Values for the variables of the template. */
                    variables?: {
                        [key: string]: unknown;
                    };
                    /** @description New values of properties of elements, by `id.property`, or by the ID alone for the text or the source. */
                    modifications?: {
                        [key: string]: unknown;
                    };
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    "client-data"?: unknown;
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    client_data?: unknown;
                    /** @description Jobs with a higher priority start first. The default is the value in the template. */
                    priority?: number;
                };
            };
        };
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    /** @description The number of the frame, from 0. */
                    "X-Frame"?: number;
                    /** @description The frames of the video. */
                    "X-Frames"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
                    "image/webp": string;
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `SOURCE_BLOCKED`: A source must not be fetched; `SOURCE_NOT_FOUND`: A source could not be fetched; `SOURCE_TOO_LARGE`: A source is too large; `SOURCE_TIMEOUT`: A source took too long; `MEDIA_INVALID`: A source is not valid media; `MEDIA_LIMIT_EXCEEDED`: The video exceeds a limit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SOURCE_BLOCKED" | "SOURCE_NOT_FOUND" | "SOURCE_TOO_LARGE" | "SOURCE_TIMEOUT" | "MEDIA_INVALID" | "MEDIA_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
            /** @description `STORAGE_FULL`: The storage is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "STORAGE_FULL";
                    };
                };
            };
        };
    };
    previews_draft: {
        parameters: {
            query?: {
                /** @description Start in seconds. The draft starts at the beginning of the segment. */
                from?: number;
                /** @description End in seconds: at most 120 after the start. Default: 10 after the start. */
                to?: number;
                /** @description The largest width in pixels. */
                width?: number;
            };
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description As in `POST /videos`: a video config, or a template with values for its variables. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoConfig"] | components["schemas"]["VideoTemplate"] | {
                    /** @description ID of the template. */
                    template: string;
                    /** @description Revision of the template. The default is the latest. */
                    "template-revision"?: number;
                    /** @description Revision of the template. The default is the latest. */
                    template_revision?: number;
                    /** @description Values for the variables of the template. */
                    variables?: {
                        [key: string]: unknown;
                    };
                    /** @description New values of properties of elements, by `id.property`, or by the ID alone for the text or the source. */
                    modifications?: {
                        [key: string]: unknown;
                    };
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    "client-data"?: unknown;
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    client_data?: unknown;
                    /** @description Jobs with a higher priority start first. The default is the value in the template. */
                    priority?: number;
                };
            };
        };
        responses: {
            /** @description The draft. Its times are those of the video. */
            200: {
                headers: {
                    /** @description Where it starts. */
                    "X-Start-Seconds"?: number;
                    /** @description Where it ends. */
                    "X-End-Seconds"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `SOURCE_BLOCKED`: A source must not be fetched; `SOURCE_NOT_FOUND`: A source could not be fetched; `SOURCE_TOO_LARGE`: A source is too large; `SOURCE_TIMEOUT`: A source took too long; `MEDIA_INVALID`: A source is not valid media; `MEDIA_LIMIT_EXCEEDED`: The video exceeds a limit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SOURCE_BLOCKED" | "SOURCE_NOT_FOUND" | "SOURCE_TOO_LARGE" | "SOURCE_TIMEOUT" | "MEDIA_INVALID" | "MEDIA_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
            /** @description `STORAGE_FULL`: The storage is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "STORAGE_FULL";
                    };
                };
            };
        };
    };
    templates_list: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. Keep the filters of that page. */
                cursor?: string;
                /** @description Returns only items created after this time (ISO 8601). */
                created_after?: string;
                /** @description Returns only items created before this time (ISO 8601). */
                created_before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_create: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateContentDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_get: {
        parameters: {
            query?: {
                /** @description The revision to return. The default is the latest. */
                revision?: number;
            };
            header?: {
                /** @description The `ETag` of an earlier response. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description The revision still matches `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_update: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the revision that you changed. Without it, the last writer wins. */
                "If-Match"?: string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateContentDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the revision to delete. Without it, any revision is deleted. */
                "If-Match"?: string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["DeletedTemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    batches_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key with the same body returns the jobs of the first request, with the header `Idempotent-Replayed: true`. Each API key has its own idempotency keys. They expire after 24 hours. */
                "Idempotency-Key"?: string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ID of the template. */
                    template?: string;
                    /** @description Revision of the template. The default is the latest. */
                    "template-revision"?: number;
                    /** @description Revision of the template. The default is the latest. */
                    template_revision?: number;
                    /** @description A video config with expressions, instead of a template. */
                    config?: components["schemas"]["VideoConfig"] | components["schemas"]["VideoTemplate"];
                    /** @description Jobs with a higher priority start first. The default is the value in the config. */
                    priority?: number;
                    /** @description Address that is told when all jobs of the batch have ended (event `batch.completed`). The webhooks of the jobs are those of the config. */
                    webhook?: {
                        /** @description The address. */
                        url: string;
                    };
                    /** @description One item for each video. */
                    items: {
                        /** @description Values for the variables of this video. */
                        variables?: {
                            [key: string]: unknown;
                        };
                        /** @description New values of properties of elements, by `id.property`, or by the ID alone for the text or the source. */
                        modifications?: {
                            [key: string]: unknown;
                        };
                        /** @description Any JSON to store with the job. */
                        "client-data"?: unknown;
                        /** @description Any JSON to store with the job. */
                        client_data?: unknown;
                        /** @description Replaces the priority of the batch. */
                        priority?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CreatedBatchDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: The template does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    batches_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["BatchDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `BATCH_NOT_FOUND`: The batch does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "BATCH_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    batches_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["BatchDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `BATCH_NOT_FOUND`: The batch does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "BATCH_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    uploads_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Names and values in Base64. `filename` is the name of the file. */
                "Upload-Metadata"?: string;
                /** @description Size of the file in bytes. */
                "Upload-Length": string;
                /** @description Version of the protocol. */
                "Tus-Resumable": string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description The upload exists. Its address is in `Location`. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `REQUEST_TOO_SLOW`: The request body arrives too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "REQUEST_TOO_SLOW";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `MEDIA_INVALID`: A source is not valid media */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MEDIA_INVALID";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
            /** @description `STORAGE_FULL`: The storage is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "STORAGE_FULL";
                    };
                };
            };
        };
    };
    uploads_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description Version of the protocol. */
                "Tus-Resumable": string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `UPLOAD_NOT_FOUND`: The upload does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UPLOAD_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    uploads_offset: {
        parameters: {
            query?: never;
            header: {
                /** @description Version of the protocol. */
                "Tus-Resumable": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offset is in `Upload-Offset`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `UPLOAD_NOT_FOUND`: The upload does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UPLOAD_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    uploads_append: {
        parameters: {
            query?: never;
            header: {
                /** @description Algorithm (sha1 or sha256) and checksum. */
                "Upload-Checksum"?: string;
                /** @description Where the bytes of the body begin. */
                "Upload-Offset": string;
                /** @description Version of the protocol. */
                "Tus-Resumable": string;
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description The bytes arrived. `Upload-Offset` is the new offset. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `UPLOAD_NOT_FOUND`: The upload does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UPLOAD_NOT_FOUND";
                    };
                };
            };
            /** @description `REQUEST_TOO_SLOW`: The request body arrives too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "REQUEST_TOO_SLOW";
                    };
                };
            };
            /** @description `UPLOAD_CHANGED`: The upload is at another place */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UPLOAD_CHANGED";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `MEDIA_INVALID`: A source is not valid media */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MEDIA_INVALID";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `CHECKSUM_MISMATCH`: The checksum does not match */
            460: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CHECKSUM_MISMATCH";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
            /** @description `STORAGE_FULL`: The storage is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "STORAGE_FULL";
                    };
                };
            };
        };
    };
    assets_list: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. Keep the filters of that page. */
                cursor?: string;
                /** @description Returns only items created after this time (ISO 8601). */
                created_after?: string;
                /** @description Returns only items created before this time (ISO 8601). */
                created_before?: string;
                /** @description Returns only assets whose names contain this text, in upper or lower case. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["AssetListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    assets_create: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The file.
                     */
                    file: string;
                    /**
                     * @description Name of the file. The default is the file name of the part.
                     * @example intro.mp4
                     */
                    name?: string;
                };
                "application/json": {
                    /** @description Address of the file. The service fetches it now, once. */
                    url: string;
                    /** @description Name of the file. The default is the last part of the address. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The key has this content already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["AssetDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["AssetDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `REQUEST_TOO_SLOW`: The request body arrives too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "REQUEST_TOO_SLOW";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `SOURCE_BLOCKED`: A source must not be fetched; `SOURCE_NOT_FOUND`: A source could not be fetched; `SOURCE_TOO_LARGE`: A source is too large; `SOURCE_TIMEOUT`: A source took too long; `MEDIA_INVALID`: A source is not valid media */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SOURCE_BLOCKED" | "SOURCE_NOT_FOUND" | "SOURCE_TOO_LARGE" | "SOURCE_TIMEOUT" | "MEDIA_INVALID";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
            /** @description `STORAGE_FULL`: The storage is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "STORAGE_FULL";
                    };
                };
            };
        };
    };
    assets_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["AssetDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `ASSET_NOT_FOUND`: The asset does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "ASSET_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    assets_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["DeletedAssetDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `ASSET_NOT_FOUND`: The asset does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "ASSET_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    assets_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part of the file that `Range` asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client already has the file (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `ASSET_NOT_FOUND`: The asset does not exist; `FILE_NOT_FOUND`: The video does not have this file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "ASSET_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: The resource has changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range is outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["WebhookDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_set: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The address that gets a POST request for each event. */
                    url: string;
                    /** @description The events that it gets. The default is all. */
                    events?: ("job.completed" | "job.failed" | "job.cancelled" | "delivery.completed" | "delivery.failed" | "batch.completed")[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["WebhookDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["WebhookDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description How long the secret before also signs. The default is a day.
                     * @default 86400
                     */
                    "overlap-seconds"?: number;
                    /**
                     * @description How long the secret before also signs. The default is a day.
                     * @default 86400
                     */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["IssuedSecretDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_ping: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The address to test. The default is the webhook of the key. */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["WebhookDeliveryDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `WEBHOOK_NOT_SET`: The API key has no webhook */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "WEBHOOK_NOT_SET";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The type of the request body is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_list: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. Keep the filters of that page. */
                cursor?: string;
                /** @description Returns only items created after this time (ISO 8601). */
                created_after?: string;
                /** @description Returns only items created before this time (ISO 8601). */
                created_before?: string;
                job_id?: string;
                state?: "pending" | "delivered" | "failed";
                event?: "job.completed" | "job.failed" | "job.cancelled" | "delivery.completed" | "delivery.failed" | "batch.completed" | "ping";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["WebhookDeliveryListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["WebhookDeliveryDetailsDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `DELIVERY_NOT_FOUND`: The delivery does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "DELIVERY_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    webhooks_replay: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only. */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["WebhookDeliveryDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `DELIVERY_NOT_FOUND`: The delivery does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "DELIVERY_NOT_FOUND";
                    };
                };
            };
            /** @description `DELIVERY_PENDING`: The delivery has not ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "DELIVERY_PENDING";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. Keep the filters of that page. */
                cursor?: string;
                /** @description Returns only items created after this time (ISO 8601). */
                created_after?: string;
                /** @description Returns only items created before this time (ISO 8601). */
                created_before?: string;
                job_id?: string;
                /** @description ID of the key that caused the event. */
                key_id?: string;
                type?: "job.accepted" | "job.started" | "job.step" | "job.source_retried" | "job.handed_back" | "job.completed" | "job.failed" | "job.cancelled" | "video.deleted" | "batch.created" | "batch.cancelled" | "template.created" | "template.updated" | "template.deleted" | "asset.created" | "asset.deleted" | "key.created" | "key.rotated" | "key.revoked" | "key.refused" | "key.limited" | "webhook.set" | "webhook.removed" | "webhook.disabled" | "webhook.secret_rotated" | "webhook.replayed" | "webhook.failed" | "delivery.completed" | "delivery.failed" | "delivery.retried" | "link.created" | "retention.applied" | "worker.started" | "worker.stopped" | "worker.lost";
                request_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["AuditListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key lacks a scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: The service had an internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
}
