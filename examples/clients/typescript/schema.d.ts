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
        patch?: never;
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
            code: "VALIDATION_ERROR" | "MISSING_AUTH_HEADER" | "INVALID_API_KEY" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID" | "CORS_ORIGIN_REJECTED" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "JOB_NOT_FOUND" | "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND" | "TEMPLATE_NOT_FOUND" | "BATCH_NOT_FOUND" | "KEY_NOT_FOUND" | "JOB_NOT_CANCELLABLE" | "VIDEO_NOT_READY" | "PRECONDITION_FAILED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RANGE_NOT_SATISFIABLE" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "SERVICE_UNAVAILABLE";
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
            warnings: string[];
            /** Format: uuid */
            batch_id: string | null;
            /** Format: uuid */
            template_id: string | null;
            template_revision: number | null;
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
            warnings: string[];
            /** Format: uuid */
            batch_id: string | null;
            /** Format: uuid */
            template_id: string | null;
            template_revision: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            links: components["schemas"]["JobLinksDto"];
            /** @description The submitted video config. */
            config: Record<string, never>;
            /** @description The steps of the current attempt. */
            steps: components["schemas"]["StageDto"][];
            /**
             * @description Remaining render time in seconds, extrapolated from the progress. Null if it is unknown.
             * @example 12
             */
            estimated_remaining_seconds: number | null;
            /**
             * @description Position of a pending job by time of submission, among the jobs that this key can see. 1 is next.
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
        AuditEventDto: {
            /** @example 4711 */
            id: string;
            /** @enum {string} */
            type: "job.accepted" | "job.started" | "job.step" | "job.source_retried" | "job.handed_back" | "job.completed" | "job.failed" | "job.cancelled" | "video.deleted" | "batch.created" | "batch.cancelled" | "template.created" | "template.updated" | "template.deleted" | "key.created" | "key.rotated" | "key.revoked" | "key.refused";
            /** Format: uuid */
            job_id: string | null;
            /** @description The key that caused the event. */
            key_id: string | null;
            /** @description The key that owns the affected job, or the affected key itself. */
            owner_id: string | null;
            request_id: string | null;
            /**
             * @example {
             *       "workerId": "host-1-9f2c"
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
            config: Record<string, never>;
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
        AuditListDto: {
            events: components["schemas"]["AuditEventDto"][];
            pagination: components["schemas"]["CursorPaginationDto"];
        };
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
    keys_rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A video config (docs/video-config.md), or a template with values for its variables (docs/templates.md). */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                } | {
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
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    "client-data"?: unknown;
                    /** @description Any JSON to store with the job. The default is the value in the template. */
                    client_data?: unknown;
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
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
                    config?: unknown;
                    /** @description One item for each video. */
                    items: {
                        /** @description Values for the variables of this video. */
                        variables?: {
                            [key: string]: unknown;
                        };
                        /** @description Any JSON to store with the job. */
                        "client-data"?: unknown;
                        /** @description Any JSON to store with the job. */
                        client_data?: unknown;
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
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
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
                /** @description A token from `GET /csrf-token`. Ignored if CSRF protection is disabled. */
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
                type?: "job.accepted" | "job.started" | "job.step" | "job.source_retried" | "job.handed_back" | "job.completed" | "job.failed" | "job.cancelled" | "video.deleted" | "batch.created" | "batch.cancelled" | "template.created" | "template.updated" | "template.deleted" | "key.created" | "key.rotated" | "key.revoked" | "key.refused";
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
