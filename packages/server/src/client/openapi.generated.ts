// Written by packages/server/scripts/client-types.mjs (`npm run generate:client`).

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The store answers too. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List documents, in the order of their ids. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    /** @description Also those that were deleted. */
                    deleted?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentList"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Store a new document, of any dialect. */
        post: {
            parameters: {
                query?: {
                    id?: string;
                    dialect?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                    "text/html": string;
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a document, as it is stored. */
        get: {
            parameters: {
                query?: {
                    /** @description Default: the last. */
                    revision?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        /** Replace the whole text, as one more revision. */
        put: {
            parameters: {
                query?: {
                    rebase?: boolean;
                };
                header?: {
                    /** @description The last revision that you have seen, in quotes; * for whatever is the last. */
                    "if-match"?: string;
                    /** @description The same key gives the first answer again, for seven days. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                    "text/html": string;
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Delete a document, as one more revision: undo brings it back. */
        delete: {
            parameters: {
                query?: {
                    rebase?: boolean;
                };
                header?: {
                    /** @description The last revision that you have seen, in quotes; * for whatever is the last. */
                    "if-match"?: string;
                    /** @description The same key gives the first answer again, for seven days. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeleteAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a command, or show what it would do. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The last revision that you have seen, in quotes; * for whatever is the last. */
                    "if-match"?: string;
                    /** @description The same key gives the first answer again, for seven days. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CommandRequest"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommandAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run several commands as one change, or show what they would do. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The last revision that you have seen, in quotes; * for whatever is the last. */
                    "if-match"?: string;
                    /** @description The same key gives the first answer again, for seven days. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BatchRequest"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Components that a phrase could mean, best first. */
        post: {
            parameters: {
                query?: {
                    revision?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FindRequest"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FindAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything that is wrong with a document. */
        post: {
            parameters: {
                query?: {
                    revision?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerifyAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back the last change; that is a revision of its own. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The last revision that you have seen, in quotes; * for whatever is the last. */
                    "if-match"?: string;
                    /** @description The same key gives the first answer again, for seven days. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Rebase"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do again what was undone last. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The last revision that you have seen, in quotes; * for whatever is the last. */
                    "if-match"?: string;
                    /** @description The same key gives the first answer again, for seven days. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Rebase"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the text of an older revision the newest. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The last revision that you have seen, in quotes; * for whatever is the last. */
                    "if-match"?: string;
                    /** @description The same key gives the first answer again, for seven days. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RollbackRequest"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryAnswer"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Revisions, the newest first. */
        get: {
            parameters: {
                query?: {
                    before?: number;
                    limit?: number;
                    /** @description With patches and inverse. */
                    patches?: boolean;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RevisionList"];
                    };
                };
                /** @description A problem. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revisions as they are made (server-sent events).
         * @description Each event has the number of its revision as id; a client that sends Last-Event-ID gets everything since. Data: a Revision with its patches.
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                };
                header?: {
                    "last-event-id"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        Issue: {
            /** @description Stable. */
            code: string;
            /** @enum {string} */
            severity: "error" | "warning" | "note";
            message: string;
            stage: string;
            span?: {
                start: number;
                end: number;
            };
            /** @description JSON Pointer into the document. */
            path?: string;
            id?: string;
            candidates?: string[];
            /** @description Commands that would work. */
            suggestions?: string[];
        };
        ChangedComponent: {
            id: string;
            properties: string[];
        };
        /** @description An operation of RFC 6902. */
        Patch: {
            /** @enum {string} */
            op: "add" | "remove" | "replace" | "move" | "copy" | "test";
            path: string;
            from?: string;
            value?: unknown;
        };
        Edit: {
            start: number;
            end: number;
            text: string;
        };
        StepReport: {
            clause: string;
            span?: {
                [key: string]: unknown;
            };
            intent: string;
            targets: {
                id: string;
                why: string;
            }[];
            parameters: {
                [key: string]: unknown;
            }[];
            corrections: {
                [key: string]: unknown;
            }[];
            notes: string[];
            /** @enum {string} */
            status: "applied" | "failed" | "skipped";
        };
        CommandRequest: {
            /**
             * @description A sentence.
             * @example make the first card red and move it to the top
             */
            command?: string;
            /** @description The same as data: steps that are verified like a sentence. */
            steps?: {
                [key: string]: unknown;
            }[];
            /**
             * @description Apply what can be applied and report the rest.
             * @default false
             */
            partial?: boolean;
            /**
             * @description Change nothing; answer with a preview token.
             * @default false
             */
            dryRun?: boolean;
            /**
             * @description Where the document has moved on: read the command again on the newest revision.
             * @default false
             */
            rebase?: boolean;
            /** @description Ids that "this" and "it" mean. */
            selection?: string[];
            /** @description Token of a preview: apply exactly what it showed, or nothing. */
            preview?: string;
        };
        CommandAnswer: {
            document: string;
            /** @description The last revision after the change. */
            revision: number;
            /** @description The revision that was expected, where the change was worked out on a newer one. */
            rebasedFrom?: number;
            changed: components["schemas"]["ChangedComponent"][];
            patches?: components["schemas"]["Patch"][];
            edits?: components["schemas"]["Edit"][];
            /** @enum {string} */
            status: "applied" | "partial" | "answered";
            steps: components["schemas"]["StepReport"][];
            issues: components["schemas"]["Issue"][];
            confidence: number;
            /** @description The answer to a question. */
            reply?: string;
            /** @description What a question was about. */
            found?: {
                [key: string]: unknown;
            }[];
            /** @description Microseconds. */
            timings: {
                decompose: number;
                execute: number;
                verify: number;
                serialize: number;
                total: number;
            };
            preview?: string;
        };
        BatchRequest: {
            commands: (string | {
                [key: string]: unknown;
            }[])[];
            /** @description One failure leaves everything as it was; default true. */
            atomic?: boolean;
            /** @enum {string} */
            order?: "given" | "safe";
            /** @default false */
            dryRun?: boolean;
            /** @default false */
            rebase?: boolean;
        };
        BatchAnswer: {
            document: string;
            /** @description The last revision after the change. */
            revision: number;
            /** @description The revision that was expected, where the change was worked out on a newer one. */
            rebasedFrom?: number;
            changed: components["schemas"]["ChangedComponent"][];
            patches?: components["schemas"]["Patch"][];
            edits?: components["schemas"]["Edit"][];
            /** @enum {string} */
            status: "applied" | "partial" | "answered";
            answers: {
                status: string;
                changed: components["schemas"]["ChangedComponent"][];
                issues: components["schemas"]["Issue"][];
                confidence: number;
            }[];
            issues: components["schemas"]["Issue"][];
            /** @description Microseconds. */
            timings: {
                decompose: number;
                execute: number;
                verify: number;
                serialize: number;
                total: number;
            };
        };
        Rebase: {
            rebase?: boolean;
        } | null;
        RollbackRequest: {
            to: number;
            /** @default false */
            rebase?: boolean;
        };
        HistoryAnswer: {
            document: string;
            /** @description The last revision after the change. */
            revision: number;
            /** @description The revision that was expected, where the change was worked out on a newer one. */
            rebasedFrom?: number;
            changed: components["schemas"]["ChangedComponent"][];
            patches?: components["schemas"]["Patch"][];
            edits?: components["schemas"]["Edit"][];
            /** @enum {string} */
            kind: "undo" | "redo" | "rollback";
            of: number;
        };
        ImportAnswer: {
            document: string;
            revision: number;
            dialect: string;
            rebasedFrom?: number;
        };
        DeleteAnswer: {
            document: string;
            /** @description The revision that deletes it. */
            revision: number;
            rebasedFrom?: number;
        };
        Document: {
            id: string;
            dialect: string;
            revision: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            deleted?: boolean;
        };
        DocumentList: {
            documents: components["schemas"]["Document"][];
        };
        Revision: {
            number: number;
            parent: number | null;
            /** @enum {string} */
            kind: "import" | "command" | "batch" | "undo" | "redo" | "rollback" | "delete";
            /** @description What was asked for: a sentence, steps, a list of either, or a revision. */
            command: unknown;
            author: string;
            /** Format: date-time */
            time: string;
            changed: components["schemas"]["ChangedComponent"][];
            /** @description The revision that first had this content. */
            state: number;
            engine: string;
            patches?: components["schemas"]["Patch"][];
            inverse?: {
                [key: string]: unknown;
            }[];
            edits?: components["schemas"]["Edit"][];
        };
        RevisionList: {
            document: string;
            head: number;
            revisions: components["schemas"]["Revision"][];
        };
        FindRequest: {
            phrase: string;
        };
        FindAnswer: {
            revision: number;
            found: {
                id: string;
                score: number;
                why: string;
            }[];
        };
        VerifyAnswer: {
            revision: number;
            issues: components["schemas"]["Issue"][];
        };
        Health: {
            status: string;
        };
        /** @description RFC 9457, with what the engine says of the command. */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable. */
            kind: string;
            detail: string;
            /** @description The last revision of the document. */
            revision?: number;
            issues?: components["schemas"]["Issue"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
