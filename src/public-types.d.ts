/**
 * What anybody gets from the API of the iKOST CMS, made from its OpenAPI description: documents, lists, and, by
 * route, what can be asked and what is answered. Parameters that are objects are sent as JSON.
 */
interface components {
    schemas: {
        Partner: {
            id: components["schemas"]["ID"];
            /** @description Name of the organisation */
            name?: string;
            /** @description Short name */
            shortName?: string | null;
            /** @description Description */
            description?: string | null;
            /** @description Profile */
            profile?: components["schemas"]["RichText"] | string | null;
            /** @description Services */
            services?: components["schemas"]["Service"][] | null;
            /** @description Target groups */
            targetGroups?: components["schemas"]["TargetGroup"][] | null;
            /** @description Languages */
            languages?: components["schemas"]["Language"][] | null;
            /** @description Accessibility */
            accessibility?: components["schemas"]["Accessibility"][] | null;
            /** @description Logo */
            logo?: components["schemas"]["ID"] | components["schemas"]["Media"] | null;
            /** @description Documents */
            documents?: (components["schemas"]["ID"] | components["schemas"]["Document"])[] | null;
            /** @description Phones */
            phones?: {
                /** @description Label */
                label?: string | null;
                /** @description Number */
                number?: string;
                /** @description Hours */
                hours?: string | null;
                /** @description Free of charge */
                freeOfCharge?: boolean | null;
                /** @description Not shown on the phone bill */
                hiddenOnBill?: boolean | null;
                /** @description ID */
                id?: string | null;
            }[] | null;
            /**
             * Format: idn-email
             * @description E-mail
             */
            email?: string | null;
            /**
             * Format: iri
             * @description Website
             */
            website?: string | null;
            /** @description Opening hours */
            openingHours?: {
                /** @description Day */
                day?: components["schemas"]["Weekday"];
                /** @description opens */
                opens?: string;
                /** @description closes */
                closes?: string;
                /** @description Note */
                note?: string | null;
                /** @description ID */
                id?: string | null;
            }[] | null;
            /** @description Reach */
            reach?: components["schemas"]["Reach"];
            /** @description Districts */
            districts?: components["schemas"]["District"][] | null;
            /** @description Address */
            address?: {
                /** @description Visibility */
                visibility?: components["schemas"]["AddressVisibility"] | null;
                /** @description Street and number */
                street?: string | null;
                /** @description Postal code */
                postalCode?: string | null;
                /** @description Town */
                town?: string | null;
                /** @description Latitude */
                latitude?: number | null;
                /** @description Longitude */
                longitude?: number | null;
            };
            /** @description Cooperation agreement */
            membership?: {
                /**
                 * Format: date-time
                 * @description Signatory since
                 */
                since?: string | null;
                /** @description Status */
                status?: components["schemas"]["MembershipStatus"] | null;
            };
            /**
             * Format: date-time
             * @description Verified at
             */
            verifiedAt?: string | null;
            /**
             * Format: date-time
             * @description Review due
             */
            reviewDue?: string | null;
            /** @description Slug */
            slug?: string | null;
            /** @description Kind of organisation */
            kind?: components["schemas"]["OrganisationKind"];
            /** @description Path */
            path?: string | null;
            /**
             * Format: iri-reference
             * @description Web address
             */
            url?: string | null;
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            deletedAt?: string | null;
            _status?: ("draft" | "published") | null;
            /** @description From `near`, in kilometres. */
            distance?: number;
            fallbacks?: components["schemas"]["Fallbacks"];
        };
        Page: {
            id: components["schemas"]["ID"];
            /** @description Breadcrumbs */
            breadcrumbs?: {
                /** @description Doc */
                doc?: components["schemas"]["ID"] | components["schemas"]["Page"] | null;
                /** @description Label */
                label?: string | null;
                /**
                 * Format: iri-reference
                 * @description Url
                 */
                url?: string | null;
                /** @description Is Fallback */
                isFallback?: boolean | null;
                /** @description ID */
                id?: string | null;
            }[] | null;
            /** @description Title */
            title?: string | null;
            /** @description Introduction */
            intro?: string | null;
            /** @description Text */
            body?: components["schemas"]["RichText"] | string | null;
            /** @description Slug */
            slug?: string | null;
            /** @description Parent page */
            parent?: components["schemas"]["ID"] | components["schemas"]["Page"] | null;
            /** @description Path */
            path?: string | null;
            /**
             * Format: iri-reference
             * @description Web address
             */
            url?: string | null;
            /** @description SEO */
            meta?: {
                /** @description Title for search engines */
                title?: string | null;
                /** @description Description for search engines */
                description?: string | null;
                /** @description Image for shared links */
                image?: components["schemas"]["ID"] | components["schemas"]["Media"] | null;
            };
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            deletedAt?: string | null;
            _status?: ("draft" | "published") | null;
            fallbacks?: components["schemas"]["Fallbacks"];
        };
        Standard: {
            id: components["schemas"]["ID"];
            /** @description Editions */
            editions?: {
                /** @description Doc */
                doc?: components["schemas"]["ID"] | components["schemas"]["Standard"] | null;
                /** @description Title */
                title?: string | null;
                /** @description Version */
                version?: string | null;
                /** @description Status */
                status?: string | null;
                /** @description ID */
                id?: string | null;
            }[] | null;
            /** @description Title */
            title?: string | null;
            /** @description Scope */
            scope?: string | null;
            /** @description Text */
            body?: components["schemas"]["RichText"] | string | null;
            /** @description Steps */
            steps?: {
                /** @description Actor */
                actor?: string | null;
                /** @description Deadline */
                deadline?: string | null;
                /** @description Action */
                action?: string | null;
                /** @description Legal basis */
                legalBasis?: string | null;
                /** @description ID */
                id?: string | null;
            }[] | null;
            /** @description Responsible partners */
            responsible?: (components["schemas"]["ID"] | components["schemas"]["Partner"])[] | null;
            /** @description Documents */
            documents?: (components["schemas"]["ID"] | components["schemas"]["Document"])[] | null;
            /** @description Supersedes */
            supersedes?: components["schemas"]["ID"] | components["schemas"]["Standard"] | null;
            /** @description Slug */
            slug?: string | null;
            /** @description Reference */
            reference?: string | null;
            /** @description Version */
            version?: string | null;
            /** @description Status */
            status?: components["schemas"]["StandardStatus"];
            /**
             * Format: date-time
             * @description Adopted on
             */
            adoptedOn?: string | null;
            /**
             * Format: date-time
             * @description Valid from
             */
            validFrom?: string | null;
            /**
             * Format: date-time
             * @description Review due
             */
            reviewDue?: string | null;
            /** @description Path */
            path?: string | null;
            /**
             * Format: iri-reference
             * @description Web address
             */
            url?: string | null;
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            deletedAt?: string | null;
            _status?: ("draft" | "published") | null;
            fallbacks?: components["schemas"]["Fallbacks"];
        };
        NewsItem: {
            id: components["schemas"]["ID"];
            /** @description Title */
            title?: string | null;
            /** @description Teaser */
            teaser?: string | null;
            /** @description Text */
            body?: components["schemas"]["RichText"] | string | null;
            /** @description Image */
            image?: components["schemas"]["ID"] | components["schemas"]["Media"] | null;
            /** @description Slug */
            slug?: string | null;
            /**
             * Format: date-time
             * @description Date
             */
            publishedAt?: string;
            /** @description Topics */
            topics?: components["schemas"]["Topic"][] | null;
            /** @description Partners concerned */
            partners?: (components["schemas"]["ID"] | components["schemas"]["Partner"])[] | null;
            /** @description Path */
            path?: string | null;
            /**
             * Format: iri-reference
             * @description Web address
             */
            url?: string | null;
            /** @description SEO */
            meta?: {
                /** @description Title for search engines */
                title?: string | null;
                /** @description Description for search engines */
                description?: string | null;
                /** @description Image for shared links */
                image?: components["schemas"]["ID"] | components["schemas"]["Media"] | null;
            };
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            deletedAt?: string | null;
            _status?: ("draft" | "published") | null;
            fallbacks?: components["schemas"]["Fallbacks"];
        };
        Media: {
            id: components["schemas"]["ID"];
            /** @description Alternative text */
            alt?: string | null;
            /** @description Credit */
            credit?: string | null;
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            deletedAt?: string | null;
            /**
             * Format: iri-reference
             * @description Url
             */
            url?: string | null;
            /**
             * Format: iri-reference
             * @description Thumbnail URL
             */
            thumbnailURL?: string | null;
            filename?: string | null;
            /** @description MIME Type */
            mimeType?: string | null;
            filesize?: number | null;
            width?: number | null;
            height?: number | null;
            focalX?: number | null;
            focalY?: number | null;
            sizes?: {
                /** @description thumbnail */
                thumbnail?: {
                    /**
                     * Format: iri-reference
                     * @description URL
                     */
                    url?: string | null;
                    width?: number | null;
                    height?: number | null;
                    /** @description MIME Type */
                    mimeType?: string | null;
                    filesize?: number | null;
                    filename?: string | null;
                };
                /** @description card */
                card?: {
                    /**
                     * Format: iri-reference
                     * @description URL
                     */
                    url?: string | null;
                    width?: number | null;
                    height?: number | null;
                    /** @description MIME Type */
                    mimeType?: string | null;
                    filesize?: number | null;
                    filename?: string | null;
                };
                /** @description wide */
                wide?: {
                    /**
                     * Format: iri-reference
                     * @description URL
                     */
                    url?: string | null;
                    width?: number | null;
                    height?: number | null;
                    /** @description MIME Type */
                    mimeType?: string | null;
                    filesize?: number | null;
                    filename?: string | null;
                };
            };
            fallbacks?: components["schemas"]["Fallbacks"];
        };
        Document: {
            id: components["schemas"]["ID"];
            /** @description Title */
            title?: string;
            /** @description Language */
            language?: components["schemas"]["Language"];
            /** @description Accessible */
            accessible?: boolean | null;
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            deletedAt?: string | null;
            /**
             * Format: iri-reference
             * @description Url
             */
            url?: string | null;
            /**
             * Format: iri-reference
             * @description Thumbnail URL
             */
            thumbnailURL?: string | null;
            filename?: string | null;
            /** @description MIME Type */
            mimeType?: string | null;
            filesize?: number | null;
            width?: number | null;
            height?: number | null;
            focalX?: number | null;
            focalY?: number | null;
            fallbacks?: components["schemas"]["Fallbacks"];
        };
        Redirect: {
            id: components["schemas"]["ID"];
            /** @description Old address */
            from?: string;
            to?: {
                /** @description Target */
                type?: ("reference" | "custom") | null;
                /** @description Document to redirect to */
                reference?: {
                    /** @constant */
                    relationTo: "pages";
                    value: components["schemas"]["ID"] | components["schemas"]["Page"];
                } | {
                    /** @constant */
                    relationTo: "partners";
                    value: components["schemas"]["ID"] | components["schemas"]["Partner"];
                } | {
                    /** @constant */
                    relationTo: "standards";
                    value: components["schemas"]["ID"] | components["schemas"]["Standard"];
                } | {
                    /** @constant */
                    relationTo: "news";
                    value: components["schemas"]["ID"] | components["schemas"]["NewsItem"];
                } | null;
                /**
                 * Format: iri-reference
                 * @description Web address
                 */
                url?: string | null;
            };
            /** @description Type */
            type?: ("308" | "307") | null;
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            fallbacks?: components["schemas"]["Fallbacks"];
        };
        Site: {
            id?: components["schemas"]["ID"];
            /** @description Name */
            name?: string | null;
            /** @description Short name */
            shortName?: string | null;
            /** @description Logo text */
            logoText?: string | null;
            /** @description Claim */
            claim?: string | null;
            /** @description Cooperation */
            cooperation?: {
                /**
                 * Format: date-time
                 * @description Agreement signed on
                 */
                signedOn?: string | null;
                /** @description Number of partners */
                partners?: number | null;
            };
            _status?: ("draft" | "published") | null;
            /** Format: date-time */
            updatedAt?: string | null;
            /** Format: date-time */
            createdAt?: string | null;
            fallbacks?: components["schemas"]["Fallbacks"];
            globalType?: string;
        };
        Navigation: {
            id?: components["schemas"]["ID"];
            /** @description Header */
            header?: {
                /** @description Label */
                label?: string | null;
                /**
                 * @description Target
                 * @enum {string}
                 */
                type?: "page" | "url";
                /** @description Page */
                page?: components["schemas"]["ID"] | components["schemas"]["Page"] | null;
                /**
                 * Format: iri
                 * @description Web address
                 */
                url?: string | null;
                /** @description Path */
                path?: string | null;
                /** @description ID */
                id?: string | null;
            }[] | null;
            /** @description Footer */
            footer?: {
                /** @description Label */
                label?: string | null;
                /**
                 * @description Target
                 * @enum {string}
                 */
                type?: "page" | "url";
                /** @description Page */
                page?: components["schemas"]["ID"] | components["schemas"]["Page"] | null;
                /**
                 * Format: iri
                 * @description Web address
                 */
                url?: string | null;
                /** @description Path */
                path?: string | null;
                /** @description ID */
                id?: string | null;
            }[] | null;
            _status?: ("draft" | "published") | null;
            /** Format: date-time */
            updatedAt?: string | null;
            /** Format: date-time */
            createdAt?: string | null;
            fallbacks?: components["schemas"]["Fallbacks"];
            globalType?: string;
        };
        Emergency: {
            id?: components["schemas"]["ID"];
            /** @description Notice */
            notice?: string | null;
            /** @description Emergency numbers */
            phones?: {
                /** @description Label */
                label?: string | null;
                /** @description Number */
                number?: string;
                /** @description Note */
                note?: string | null;
                /** @description ID */
                id?: string | null;
            }[];
            /**
             * Format: iri
             * @description Quick-exit target
             */
            quickExit?: string;
            _status?: ("draft" | "published") | null;
            /** Format: date-time */
            updatedAt?: string | null;
            /** Format: date-time */
            createdAt?: string | null;
            fallbacks?: components["schemas"]["Fallbacks"];
            globalType?: string;
        };
        PartnerList: {
            docs: components["schemas"]["Partner"][];
            facets?: components["schemas"]["Facets"];
            hasNextPage: boolean;
            hasPrevPage: boolean;
            limit: number;
            nextPage: number | null;
            page: number;
            pagingCounter: number;
            prevPage: number | null;
            totalDocs: number;
            totalPages: number;
        };
        PageList: {
            docs: components["schemas"]["Page"][];
            hasNextPage: boolean;
            hasPrevPage: boolean;
            limit: number;
            nextPage: number | null;
            page: number;
            pagingCounter: number;
            prevPage: number | null;
            totalDocs: number;
            totalPages: number;
        };
        StandardList: {
            docs: components["schemas"]["Standard"][];
            facets?: components["schemas"]["Facets"];
            hasNextPage: boolean;
            hasPrevPage: boolean;
            limit: number;
            nextPage: number | null;
            page: number;
            pagingCounter: number;
            prevPage: number | null;
            totalDocs: number;
            totalPages: number;
        };
        NewsItemList: {
            docs: components["schemas"]["NewsItem"][];
            facets?: components["schemas"]["Facets"];
            hasNextPage: boolean;
            hasPrevPage: boolean;
            limit: number;
            nextPage: number | null;
            page: number;
            pagingCounter: number;
            prevPage: number | null;
            totalDocs: number;
            totalPages: number;
        };
        MediaList: {
            docs: components["schemas"]["Media"][];
            hasNextPage: boolean;
            hasPrevPage: boolean;
            limit: number;
            nextPage: number | null;
            page: number;
            pagingCounter: number;
            prevPage: number | null;
            totalDocs: number;
            totalPages: number;
        };
        DocumentList: {
            docs: components["schemas"]["Document"][];
            hasNextPage: boolean;
            hasPrevPage: boolean;
            limit: number;
            nextPage: number | null;
            page: number;
            pagingCounter: number;
            prevPage: number | null;
            totalDocs: number;
            totalPages: number;
        };
        RedirectList: {
            docs: components["schemas"]["Redirect"][];
            hasNextPage: boolean;
            hasPrevPage: boolean;
            limit: number;
            nextPage: number | null;
            page: number;
            pagingCounter: number;
            prevPage: number | null;
            totalDocs: number;
            totalPages: number;
        };
        IDCondition: {
            equals?: components["schemas"]["ID"] | null;
            not_equals?: components["schemas"]["ID"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["ID"][];
            /** @description None of these. */
            not_in?: components["schemas"]["ID"][];
            /** @description Whether there is a value. */
            exists?: boolean;
        };
        TextCondition: {
            equals?: string | null;
            not_equals?: string | null;
            /** @description Any of these. */
            in?: string[];
            /** @description None of these. */
            not_in?: string[];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        PresenceCondition: {
            /** @description Whether there is a value. */
            exists?: boolean;
        };
        ServiceCondition: {
            equals?: components["schemas"]["Service"] | null;
            not_equals?: components["schemas"]["Service"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["Service"][];
            /** @description None of these. */
            not_in?: components["schemas"]["Service"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        TargetGroupCondition: {
            equals?: components["schemas"]["TargetGroup"] | null;
            not_equals?: components["schemas"]["TargetGroup"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["TargetGroup"][];
            /** @description None of these. */
            not_in?: components["schemas"]["TargetGroup"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        LanguageCondition: {
            equals?: components["schemas"]["Language"] | null;
            not_equals?: components["schemas"]["Language"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["Language"][];
            /** @description None of these. */
            not_in?: components["schemas"]["Language"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        AccessibilityCondition: {
            equals?: components["schemas"]["Accessibility"] | null;
            not_equals?: components["schemas"]["Accessibility"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["Accessibility"][];
            /** @description None of these. */
            not_in?: components["schemas"]["Accessibility"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        DateCondition: {
            equals?: (string) | null;
            not_equals?: (string) | null;
            /** @description Any of these. */
            in?: (string)[];
            /** @description None of these. */
            not_in?: (string)[];
            /** @description Whether there is a value. */
            exists?: boolean;
            greater_than?: string;
            greater_than_equal?: string;
            less_than?: string;
            less_than_equal?: string;
        };
        NumberCondition: {
            equals?: number | null;
            not_equals?: number | null;
            /** @description Any of these. */
            in?: number[];
            /** @description None of these. */
            not_in?: number[];
            /** @description Whether there is a value. */
            exists?: boolean;
            greater_than?: number;
            greater_than_equal?: number;
            less_than?: number;
            less_than_equal?: number;
        };
        FlagCondition: {
            equals?: boolean | null;
            /** @description Whether there is a value. */
            exists?: boolean;
            not_equals?: boolean | null;
        };
        WeekdayCondition: {
            equals?: components["schemas"]["Weekday"] | null;
            not_equals?: components["schemas"]["Weekday"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["Weekday"][];
            /** @description None of these. */
            not_in?: components["schemas"]["Weekday"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        ReachCondition: {
            equals?: components["schemas"]["Reach"] | null;
            not_equals?: components["schemas"]["Reach"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["Reach"][];
            /** @description None of these. */
            not_in?: components["schemas"]["Reach"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        DistrictCondition: {
            equals?: components["schemas"]["District"] | null;
            not_equals?: components["schemas"]["District"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["District"][];
            /** @description None of these. */
            not_in?: components["schemas"]["District"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        AddressVisibilityCondition: {
            equals?: components["schemas"]["AddressVisibility"] | null;
            not_equals?: components["schemas"]["AddressVisibility"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["AddressVisibility"][];
            /** @description None of these. */
            not_in?: components["schemas"]["AddressVisibility"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        MembershipStatusCondition: {
            equals?: components["schemas"]["MembershipStatus"] | null;
            not_equals?: components["schemas"]["MembershipStatus"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["MembershipStatus"][];
            /** @description None of these. */
            not_in?: components["schemas"]["MembershipStatus"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        OrganisationKindCondition: {
            equals?: components["schemas"]["OrganisationKind"] | null;
            not_equals?: components["schemas"]["OrganisationKind"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["OrganisationKind"][];
            /** @description None of these. */
            not_in?: components["schemas"]["OrganisationKind"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        DraftOrPublishedCondition: {
            equals?: ("draft" | "published") | null;
            not_equals?: ("draft" | "published") | null;
            /** @description Any of these. */
            in?: ("draft" | "published")[];
            /** @description None of these. */
            not_in?: ("draft" | "published")[];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        StandardStatusCondition: {
            equals?: components["schemas"]["StandardStatus"] | null;
            not_equals?: components["schemas"]["StandardStatus"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["StandardStatus"][];
            /** @description None of these. */
            not_in?: components["schemas"]["StandardStatus"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        TopicCondition: {
            equals?: components["schemas"]["Topic"] | null;
            not_equals?: components["schemas"]["Topic"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["Topic"][];
            /** @description None of these. */
            not_in?: components["schemas"]["Topic"][];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        ReferenceOrCustomCondition: {
            equals?: ("reference" | "custom") | null;
            not_equals?: ("reference" | "custom") | null;
            /** @description Any of these. */
            in?: ("reference" | "custom")[];
            /** @description None of these. */
            not_in?: ("reference" | "custom")[];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        ReferenceCondition: {
            equals?: components["schemas"]["ID"] | null;
            /** @description Any of these. */
            in?: components["schemas"]["ID"][];
        };
        Code308Or307Condition: {
            equals?: ("308" | "307") | null;
            not_equals?: ("308" | "307") | null;
            /** @description Any of these. */
            in?: ("308" | "307")[];
            /** @description None of these. */
            not_in?: ("308" | "307")[];
            /** @description Whether there is a value. */
            exists?: boolean;
            /** @description This text is a part of it, whatever the case. */
            contains?: string;
            /** @description All of these words are parts of it, whatever the case. */
            like?: string;
            /** @description This text is no part of it. */
            not_like?: string;
        };
        /** @description Which fields of related documents to answer, by their collection. */
        Populate: {
            partners?: components["schemas"]["PartnerSelect"];
            pages?: components["schemas"]["PageSelect"];
            standards?: components["schemas"]["StandardSelect"];
            news?: components["schemas"]["NewsItemSelect"];
            media?: components["schemas"]["MediaSelect"];
            documents?: components["schemas"]["DocumentSelect"];
            redirects?: components["schemas"]["RedirectSelect"];
        };
        /** @description Which fields to answer; or which not, by `false`. */
        PartnerSelect: {
            name?: boolean;
            shortName?: boolean;
            description?: boolean;
            profile?: boolean;
            services?: boolean;
            targetGroups?: boolean;
            languages?: boolean;
            accessibility?: boolean;
            logo?: boolean;
            documents?: boolean;
            phones?: boolean | {
                label?: boolean;
                number?: boolean;
                hours?: boolean;
                freeOfCharge?: boolean;
                hiddenOnBill?: boolean;
            };
            email?: boolean;
            website?: boolean;
            openingHours?: boolean | {
                day?: boolean;
                opens?: boolean;
                closes?: boolean;
                note?: boolean;
            };
            reach?: boolean;
            districts?: boolean;
            address?: boolean | {
                visibility?: boolean;
                street?: boolean;
                postalCode?: boolean;
                town?: boolean;
                latitude?: boolean;
                longitude?: boolean;
            };
            membership?: boolean | {
                since?: boolean;
                status?: boolean;
            };
            verifiedAt?: boolean;
            reviewDue?: boolean;
            slug?: boolean;
            kind?: boolean;
            path?: boolean;
            url?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        PageSelect: {
            breadcrumbs?: boolean | {
                doc?: boolean;
                label?: boolean;
                url?: boolean;
                isFallback?: boolean;
            };
            title?: boolean;
            intro?: boolean;
            body?: boolean;
            slug?: boolean;
            parent?: boolean;
            path?: boolean;
            url?: boolean;
            meta?: boolean | {
                title?: boolean;
                description?: boolean;
                image?: boolean;
            };
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        StandardSelect: {
            editions?: boolean | {
                doc?: boolean;
                title?: boolean;
                version?: boolean;
                status?: boolean;
            };
            title?: boolean;
            scope?: boolean;
            body?: boolean;
            steps?: boolean | {
                actor?: boolean;
                deadline?: boolean;
                action?: boolean;
                legalBasis?: boolean;
            };
            responsible?: boolean;
            documents?: boolean;
            supersedes?: boolean;
            slug?: boolean;
            reference?: boolean;
            version?: boolean;
            status?: boolean;
            adoptedOn?: boolean;
            validFrom?: boolean;
            reviewDue?: boolean;
            path?: boolean;
            url?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        NewsItemSelect: {
            title?: boolean;
            teaser?: boolean;
            body?: boolean;
            image?: boolean;
            slug?: boolean;
            publishedAt?: boolean;
            topics?: boolean;
            partners?: boolean;
            path?: boolean;
            url?: boolean;
            meta?: boolean | {
                title?: boolean;
                description?: boolean;
                image?: boolean;
            };
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        MediaSelect: {
            alt?: boolean;
            credit?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            url?: boolean;
            thumbnailURL?: boolean;
            filename?: boolean;
            mimeType?: boolean;
            filesize?: boolean;
            width?: boolean;
            height?: boolean;
            focalX?: boolean;
            focalY?: boolean;
            sizes?: boolean | {
                thumbnail?: boolean | {
                    url?: boolean;
                    width?: boolean;
                    height?: boolean;
                    mimeType?: boolean;
                    filesize?: boolean;
                    filename?: boolean;
                };
                card?: boolean | {
                    url?: boolean;
                    width?: boolean;
                    height?: boolean;
                    mimeType?: boolean;
                    filesize?: boolean;
                    filename?: boolean;
                };
                wide?: boolean | {
                    url?: boolean;
                    width?: boolean;
                    height?: boolean;
                    mimeType?: boolean;
                    filesize?: boolean;
                    filename?: boolean;
                };
            };
        };
        /** @description Which fields to answer; or which not, by `false`. */
        DocumentSelect: {
            title?: boolean;
            language?: boolean;
            accessible?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            url?: boolean;
            thumbnailURL?: boolean;
            filename?: boolean;
            mimeType?: boolean;
            filesize?: boolean;
            width?: boolean;
            height?: boolean;
            focalX?: boolean;
            focalY?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        RedirectSelect: {
            from?: boolean;
            to?: boolean | {
                type?: boolean;
                reference?: boolean;
                url?: boolean;
            };
            type?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        SiteSelect: {
            name?: boolean;
            shortName?: boolean;
            logoText?: boolean;
            claim?: boolean;
            cooperation?: boolean | {
                signedOn?: boolean;
                partners?: boolean;
            };
            _status?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        NavigationSelect: {
            header?: boolean | {
                label?: boolean;
                type?: boolean;
                page?: boolean;
                url?: boolean;
                path?: boolean;
            };
            footer?: boolean | {
                label?: boolean;
                type?: boolean;
                page?: boolean;
                url?: boolean;
                path?: boolean;
            };
            _status?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
        };
        /** @description Which fields to answer; or which not, by `false`. */
        EmergencySelect: {
            notice?: boolean;
            phones?: boolean | {
                label?: boolean;
                number?: boolean;
                note?: boolean;
            };
            quickExit?: boolean;
            _status?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
        };
        /** @description Fields to sort by, `-` for descending. */
        PartnerSort: ("id" | "-id" | "name" | "-name" | "shortName" | "-shortName" | "description" | "-description" | "services" | "-services" | "targetGroups" | "-targetGroups" | "languages" | "-languages" | "accessibility" | "-accessibility" | "logo" | "-logo" | "documents" | "-documents" | "phones.label" | "-phones.label" | "phones.number" | "-phones.number" | "phones.hours" | "-phones.hours" | "phones.freeOfCharge" | "-phones.freeOfCharge" | "phones.hiddenOnBill" | "-phones.hiddenOnBill" | "phones.id" | "-phones.id" | "email" | "-email" | "website" | "-website" | "openingHours.day" | "-openingHours.day" | "openingHours.opens" | "-openingHours.opens" | "openingHours.closes" | "-openingHours.closes" | "openingHours.note" | "-openingHours.note" | "openingHours.id" | "-openingHours.id" | "reach" | "-reach" | "districts" | "-districts" | "address.visibility" | "-address.visibility" | "address.street" | "-address.street" | "address.postalCode" | "-address.postalCode" | "address.town" | "-address.town" | "address.latitude" | "-address.latitude" | "address.longitude" | "-address.longitude" | "membership.since" | "-membership.since" | "membership.status" | "-membership.status" | "verifiedAt" | "-verifiedAt" | "reviewDue" | "-reviewDue" | "slug" | "-slug" | "kind" | "-kind" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
        /** @description At most 50 conditions, 6 levels deep. */
        PartnerWhere: {
            /** @description All of these. */
            and?: components["schemas"]["PartnerWhere"][];
            /** @description Any of these. */
            or?: components["schemas"]["PartnerWhere"][];
            id?: components["schemas"]["IDCondition"];
            name?: components["schemas"]["TextCondition"];
            shortName?: components["schemas"]["TextCondition"];
            description?: components["schemas"]["TextCondition"];
            profile?: components["schemas"]["PresenceCondition"];
            services?: components["schemas"]["ServiceCondition"];
            targetGroups?: components["schemas"]["TargetGroupCondition"];
            languages?: components["schemas"]["LanguageCondition"];
            accessibility?: components["schemas"]["AccessibilityCondition"];
            logo?: components["schemas"]["IDCondition"];
            "logo.id"?: components["schemas"]["IDCondition"];
            "logo.alt"?: components["schemas"]["TextCondition"];
            "logo.credit"?: components["schemas"]["TextCondition"];
            "logo.updatedAt"?: components["schemas"]["DateCondition"];
            "logo.createdAt"?: components["schemas"]["DateCondition"];
            "logo.deletedAt"?: components["schemas"]["DateCondition"];
            "logo.url"?: components["schemas"]["TextCondition"];
            "logo.thumbnailURL"?: components["schemas"]["TextCondition"];
            "logo.filename"?: components["schemas"]["TextCondition"];
            "logo.mimeType"?: components["schemas"]["TextCondition"];
            "logo.filesize"?: components["schemas"]["NumberCondition"];
            "logo.width"?: components["schemas"]["NumberCondition"];
            "logo.height"?: components["schemas"]["NumberCondition"];
            "logo.focalX"?: components["schemas"]["NumberCondition"];
            "logo.focalY"?: components["schemas"]["NumberCondition"];
            "logo.sizes.thumbnail.url"?: components["schemas"]["TextCondition"];
            "logo.sizes.thumbnail.width"?: components["schemas"]["NumberCondition"];
            "logo.sizes.thumbnail.height"?: components["schemas"]["NumberCondition"];
            "logo.sizes.thumbnail.mimeType"?: components["schemas"]["TextCondition"];
            "logo.sizes.thumbnail.filesize"?: components["schemas"]["NumberCondition"];
            "logo.sizes.thumbnail.filename"?: components["schemas"]["TextCondition"];
            "logo.sizes.card.url"?: components["schemas"]["TextCondition"];
            "logo.sizes.card.width"?: components["schemas"]["NumberCondition"];
            "logo.sizes.card.height"?: components["schemas"]["NumberCondition"];
            "logo.sizes.card.mimeType"?: components["schemas"]["TextCondition"];
            "logo.sizes.card.filesize"?: components["schemas"]["NumberCondition"];
            "logo.sizes.card.filename"?: components["schemas"]["TextCondition"];
            "logo.sizes.wide.url"?: components["schemas"]["TextCondition"];
            "logo.sizes.wide.width"?: components["schemas"]["NumberCondition"];
            "logo.sizes.wide.height"?: components["schemas"]["NumberCondition"];
            "logo.sizes.wide.mimeType"?: components["schemas"]["TextCondition"];
            "logo.sizes.wide.filesize"?: components["schemas"]["NumberCondition"];
            "logo.sizes.wide.filename"?: components["schemas"]["TextCondition"];
            documents?: components["schemas"]["IDCondition"];
            "documents.id"?: components["schemas"]["IDCondition"];
            "documents.title"?: components["schemas"]["TextCondition"];
            "documents.language"?: components["schemas"]["LanguageCondition"];
            "documents.accessible"?: components["schemas"]["FlagCondition"];
            "documents.updatedAt"?: components["schemas"]["DateCondition"];
            "documents.createdAt"?: components["schemas"]["DateCondition"];
            "documents.deletedAt"?: components["schemas"]["DateCondition"];
            "documents.url"?: components["schemas"]["TextCondition"];
            "documents.thumbnailURL"?: components["schemas"]["TextCondition"];
            "documents.filename"?: components["schemas"]["TextCondition"];
            "documents.mimeType"?: components["schemas"]["TextCondition"];
            "documents.filesize"?: components["schemas"]["NumberCondition"];
            "documents.width"?: components["schemas"]["NumberCondition"];
            "documents.height"?: components["schemas"]["NumberCondition"];
            "documents.focalX"?: components["schemas"]["NumberCondition"];
            "documents.focalY"?: components["schemas"]["NumberCondition"];
            "phones.label"?: components["schemas"]["TextCondition"];
            "phones.number"?: components["schemas"]["TextCondition"];
            "phones.hours"?: components["schemas"]["TextCondition"];
            "phones.freeOfCharge"?: components["schemas"]["FlagCondition"];
            "phones.hiddenOnBill"?: components["schemas"]["FlagCondition"];
            "phones.id"?: components["schemas"]["IDCondition"];
            email?: components["schemas"]["TextCondition"];
            website?: components["schemas"]["TextCondition"];
            "openingHours.day"?: components["schemas"]["WeekdayCondition"];
            "openingHours.opens"?: components["schemas"]["TextCondition"];
            "openingHours.closes"?: components["schemas"]["TextCondition"];
            "openingHours.note"?: components["schemas"]["TextCondition"];
            "openingHours.id"?: components["schemas"]["IDCondition"];
            reach?: components["schemas"]["ReachCondition"];
            districts?: components["schemas"]["DistrictCondition"];
            "address.visibility"?: components["schemas"]["AddressVisibilityCondition"];
            "address.street"?: components["schemas"]["TextCondition"];
            "address.postalCode"?: components["schemas"]["TextCondition"];
            "address.town"?: components["schemas"]["TextCondition"];
            "address.latitude"?: components["schemas"]["NumberCondition"];
            "address.longitude"?: components["schemas"]["NumberCondition"];
            "membership.since"?: components["schemas"]["DateCondition"];
            "membership.status"?: components["schemas"]["MembershipStatusCondition"];
            verifiedAt?: components["schemas"]["DateCondition"];
            reviewDue?: components["schemas"]["DateCondition"];
            slug?: components["schemas"]["TextCondition"];
            kind?: components["schemas"]["OrganisationKindCondition"];
            updatedAt?: components["schemas"]["DateCondition"];
            createdAt?: components["schemas"]["DateCondition"];
            deletedAt?: components["schemas"]["DateCondition"];
            _status?: components["schemas"]["DraftOrPublishedCondition"];
        };
        /** @description Fields to sort by, `-` for descending. */
        PageSort: ("id" | "-id" | "title" | "-title" | "intro" | "-intro" | "slug" | "-slug" | "parent" | "-parent" | "path" | "-path" | "meta.title" | "-meta.title" | "meta.description" | "-meta.description" | "meta.image" | "-meta.image" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
        /** @description At most 50 conditions, 6 levels deep. */
        PageWhere: {
            /** @description All of these. */
            and?: components["schemas"]["PageWhere"][];
            /** @description Any of these. */
            or?: components["schemas"]["PageWhere"][];
            id?: components["schemas"]["IDCondition"];
            title?: components["schemas"]["TextCondition"];
            intro?: components["schemas"]["TextCondition"];
            body?: components["schemas"]["PresenceCondition"];
            slug?: components["schemas"]["TextCondition"];
            parent?: components["schemas"]["IDCondition"];
            "parent.id"?: components["schemas"]["IDCondition"];
            "parent.title"?: components["schemas"]["TextCondition"];
            "parent.intro"?: components["schemas"]["TextCondition"];
            "parent.body"?: components["schemas"]["PresenceCondition"];
            "parent.slug"?: components["schemas"]["TextCondition"];
            "parent.parent"?: components["schemas"]["IDCondition"];
            "parent.parent.id"?: components["schemas"]["IDCondition"];
            "parent.parent.title"?: components["schemas"]["TextCondition"];
            "parent.parent.intro"?: components["schemas"]["TextCondition"];
            "parent.parent.body"?: components["schemas"]["PresenceCondition"];
            "parent.parent.slug"?: components["schemas"]["TextCondition"];
            "parent.parent.parent"?: components["schemas"]["IDCondition"];
            "parent.parent.path"?: components["schemas"]["TextCondition"];
            "parent.parent.meta.title"?: components["schemas"]["TextCondition"];
            "parent.parent.meta.description"?: components["schemas"]["TextCondition"];
            "parent.parent.meta.image"?: components["schemas"]["IDCondition"];
            "parent.parent.updatedAt"?: components["schemas"]["DateCondition"];
            "parent.parent.createdAt"?: components["schemas"]["DateCondition"];
            "parent.parent.deletedAt"?: components["schemas"]["DateCondition"];
            "parent.parent._status"?: components["schemas"]["DraftOrPublishedCondition"];
            "parent.path"?: components["schemas"]["TextCondition"];
            "parent.meta.title"?: components["schemas"]["TextCondition"];
            "parent.meta.description"?: components["schemas"]["TextCondition"];
            "parent.meta.image"?: components["schemas"]["IDCondition"];
            "parent.updatedAt"?: components["schemas"]["DateCondition"];
            "parent.createdAt"?: components["schemas"]["DateCondition"];
            "parent.deletedAt"?: components["schemas"]["DateCondition"];
            "parent._status"?: components["schemas"]["DraftOrPublishedCondition"];
            path?: components["schemas"]["TextCondition"];
            "meta.title"?: components["schemas"]["TextCondition"];
            "meta.description"?: components["schemas"]["TextCondition"];
            "meta.image"?: components["schemas"]["IDCondition"];
            updatedAt?: components["schemas"]["DateCondition"];
            createdAt?: components["schemas"]["DateCondition"];
            deletedAt?: components["schemas"]["DateCondition"];
            _status?: components["schemas"]["DraftOrPublishedCondition"];
        };
        /** @description Fields to sort by, `-` for descending. */
        StandardSort: ("id" | "-id" | "title" | "-title" | "scope" | "-scope" | "steps.actor" | "-steps.actor" | "steps.deadline" | "-steps.deadline" | "steps.action" | "-steps.action" | "steps.legalBasis" | "-steps.legalBasis" | "steps.id" | "-steps.id" | "responsible" | "-responsible" | "documents" | "-documents" | "supersedes" | "-supersedes" | "slug" | "-slug" | "reference" | "-reference" | "version" | "-version" | "status" | "-status" | "adoptedOn" | "-adoptedOn" | "validFrom" | "-validFrom" | "reviewDue" | "-reviewDue" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
        /** @description At most 50 conditions, 6 levels deep. */
        StandardWhere: {
            /** @description All of these. */
            and?: components["schemas"]["StandardWhere"][];
            /** @description Any of these. */
            or?: components["schemas"]["StandardWhere"][];
            id?: components["schemas"]["IDCondition"];
            title?: components["schemas"]["TextCondition"];
            scope?: components["schemas"]["TextCondition"];
            body?: components["schemas"]["PresenceCondition"];
            "steps.actor"?: components["schemas"]["TextCondition"];
            "steps.deadline"?: components["schemas"]["TextCondition"];
            "steps.action"?: components["schemas"]["TextCondition"];
            "steps.legalBasis"?: components["schemas"]["TextCondition"];
            "steps.id"?: components["schemas"]["IDCondition"];
            responsible?: components["schemas"]["IDCondition"];
            "responsible.id"?: components["schemas"]["IDCondition"];
            "responsible.name"?: components["schemas"]["TextCondition"];
            "responsible.shortName"?: components["schemas"]["TextCondition"];
            "responsible.description"?: components["schemas"]["TextCondition"];
            "responsible.profile"?: components["schemas"]["PresenceCondition"];
            "responsible.services"?: components["schemas"]["ServiceCondition"];
            "responsible.targetGroups"?: components["schemas"]["TargetGroupCondition"];
            "responsible.languages"?: components["schemas"]["LanguageCondition"];
            "responsible.accessibility"?: components["schemas"]["AccessibilityCondition"];
            "responsible.logo"?: components["schemas"]["IDCondition"];
            "responsible.documents"?: components["schemas"]["IDCondition"];
            "responsible.phones.label"?: components["schemas"]["TextCondition"];
            "responsible.phones.number"?: components["schemas"]["TextCondition"];
            "responsible.phones.hours"?: components["schemas"]["TextCondition"];
            "responsible.phones.freeOfCharge"?: components["schemas"]["FlagCondition"];
            "responsible.phones.hiddenOnBill"?: components["schemas"]["FlagCondition"];
            "responsible.phones.id"?: components["schemas"]["IDCondition"];
            "responsible.email"?: components["schemas"]["TextCondition"];
            "responsible.website"?: components["schemas"]["TextCondition"];
            "responsible.openingHours.day"?: components["schemas"]["WeekdayCondition"];
            "responsible.openingHours.opens"?: components["schemas"]["TextCondition"];
            "responsible.openingHours.closes"?: components["schemas"]["TextCondition"];
            "responsible.openingHours.note"?: components["schemas"]["TextCondition"];
            "responsible.openingHours.id"?: components["schemas"]["IDCondition"];
            "responsible.reach"?: components["schemas"]["ReachCondition"];
            "responsible.districts"?: components["schemas"]["DistrictCondition"];
            "responsible.address.visibility"?: components["schemas"]["AddressVisibilityCondition"];
            "responsible.address.street"?: components["schemas"]["TextCondition"];
            "responsible.address.postalCode"?: components["schemas"]["TextCondition"];
            "responsible.address.town"?: components["schemas"]["TextCondition"];
            "responsible.address.latitude"?: components["schemas"]["NumberCondition"];
            "responsible.address.longitude"?: components["schemas"]["NumberCondition"];
            "responsible.membership.since"?: components["schemas"]["DateCondition"];
            "responsible.membership.status"?: components["schemas"]["MembershipStatusCondition"];
            "responsible.verifiedAt"?: components["schemas"]["DateCondition"];
            "responsible.reviewDue"?: components["schemas"]["DateCondition"];
            "responsible.slug"?: components["schemas"]["TextCondition"];
            "responsible.kind"?: components["schemas"]["OrganisationKindCondition"];
            "responsible.updatedAt"?: components["schemas"]["DateCondition"];
            "responsible.createdAt"?: components["schemas"]["DateCondition"];
            "responsible.deletedAt"?: components["schemas"]["DateCondition"];
            "responsible._status"?: components["schemas"]["DraftOrPublishedCondition"];
            documents?: components["schemas"]["IDCondition"];
            "documents.id"?: components["schemas"]["IDCondition"];
            "documents.title"?: components["schemas"]["TextCondition"];
            "documents.language"?: components["schemas"]["LanguageCondition"];
            "documents.accessible"?: components["schemas"]["FlagCondition"];
            "documents.updatedAt"?: components["schemas"]["DateCondition"];
            "documents.createdAt"?: components["schemas"]["DateCondition"];
            "documents.deletedAt"?: components["schemas"]["DateCondition"];
            "documents.url"?: components["schemas"]["TextCondition"];
            "documents.thumbnailURL"?: components["schemas"]["TextCondition"];
            "documents.filename"?: components["schemas"]["TextCondition"];
            "documents.mimeType"?: components["schemas"]["TextCondition"];
            "documents.filesize"?: components["schemas"]["NumberCondition"];
            "documents.width"?: components["schemas"]["NumberCondition"];
            "documents.height"?: components["schemas"]["NumberCondition"];
            "documents.focalX"?: components["schemas"]["NumberCondition"];
            "documents.focalY"?: components["schemas"]["NumberCondition"];
            supersedes?: components["schemas"]["IDCondition"];
            "supersedes.id"?: components["schemas"]["IDCondition"];
            "supersedes.title"?: components["schemas"]["TextCondition"];
            "supersedes.scope"?: components["schemas"]["TextCondition"];
            "supersedes.body"?: components["schemas"]["PresenceCondition"];
            "supersedes.steps.actor"?: components["schemas"]["TextCondition"];
            "supersedes.steps.deadline"?: components["schemas"]["TextCondition"];
            "supersedes.steps.action"?: components["schemas"]["TextCondition"];
            "supersedes.steps.legalBasis"?: components["schemas"]["TextCondition"];
            "supersedes.steps.id"?: components["schemas"]["IDCondition"];
            "supersedes.responsible"?: components["schemas"]["IDCondition"];
            "supersedes.documents"?: components["schemas"]["IDCondition"];
            "supersedes.supersedes"?: components["schemas"]["IDCondition"];
            "supersedes.supersedes.id"?: components["schemas"]["IDCondition"];
            "supersedes.supersedes.title"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.scope"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.body"?: components["schemas"]["PresenceCondition"];
            "supersedes.supersedes.steps.actor"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.steps.deadline"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.steps.action"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.steps.legalBasis"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.steps.id"?: components["schemas"]["IDCondition"];
            "supersedes.supersedes.responsible"?: components["schemas"]["IDCondition"];
            "supersedes.supersedes.documents"?: components["schemas"]["IDCondition"];
            "supersedes.supersedes.supersedes"?: components["schemas"]["IDCondition"];
            "supersedes.supersedes.slug"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.reference"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.version"?: components["schemas"]["TextCondition"];
            "supersedes.supersedes.status"?: components["schemas"]["StandardStatusCondition"];
            "supersedes.supersedes.adoptedOn"?: components["schemas"]["DateCondition"];
            "supersedes.supersedes.validFrom"?: components["schemas"]["DateCondition"];
            "supersedes.supersedes.reviewDue"?: components["schemas"]["DateCondition"];
            "supersedes.supersedes.updatedAt"?: components["schemas"]["DateCondition"];
            "supersedes.supersedes.createdAt"?: components["schemas"]["DateCondition"];
            "supersedes.supersedes.deletedAt"?: components["schemas"]["DateCondition"];
            "supersedes.supersedes._status"?: components["schemas"]["DraftOrPublishedCondition"];
            "supersedes.slug"?: components["schemas"]["TextCondition"];
            "supersedes.reference"?: components["schemas"]["TextCondition"];
            "supersedes.version"?: components["schemas"]["TextCondition"];
            "supersedes.status"?: components["schemas"]["StandardStatusCondition"];
            "supersedes.adoptedOn"?: components["schemas"]["DateCondition"];
            "supersedes.validFrom"?: components["schemas"]["DateCondition"];
            "supersedes.reviewDue"?: components["schemas"]["DateCondition"];
            "supersedes.updatedAt"?: components["schemas"]["DateCondition"];
            "supersedes.createdAt"?: components["schemas"]["DateCondition"];
            "supersedes.deletedAt"?: components["schemas"]["DateCondition"];
            "supersedes._status"?: components["schemas"]["DraftOrPublishedCondition"];
            slug?: components["schemas"]["TextCondition"];
            reference?: components["schemas"]["TextCondition"];
            version?: components["schemas"]["TextCondition"];
            status?: components["schemas"]["StandardStatusCondition"];
            adoptedOn?: components["schemas"]["DateCondition"];
            validFrom?: components["schemas"]["DateCondition"];
            reviewDue?: components["schemas"]["DateCondition"];
            updatedAt?: components["schemas"]["DateCondition"];
            createdAt?: components["schemas"]["DateCondition"];
            deletedAt?: components["schemas"]["DateCondition"];
            _status?: components["schemas"]["DraftOrPublishedCondition"];
        };
        /** @description Fields to sort by, `-` for descending. */
        NewsItemSort: ("id" | "-id" | "title" | "-title" | "teaser" | "-teaser" | "image" | "-image" | "slug" | "-slug" | "publishedAt" | "-publishedAt" | "topics" | "-topics" | "partners" | "-partners" | "meta.title" | "-meta.title" | "meta.description" | "-meta.description" | "meta.image" | "-meta.image" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
        /** @description At most 50 conditions, 6 levels deep. */
        NewsItemWhere: {
            /** @description All of these. */
            and?: components["schemas"]["NewsItemWhere"][];
            /** @description Any of these. */
            or?: components["schemas"]["NewsItemWhere"][];
            id?: components["schemas"]["IDCondition"];
            title?: components["schemas"]["TextCondition"];
            teaser?: components["schemas"]["TextCondition"];
            body?: components["schemas"]["PresenceCondition"];
            image?: components["schemas"]["IDCondition"];
            "image.id"?: components["schemas"]["IDCondition"];
            "image.alt"?: components["schemas"]["TextCondition"];
            "image.credit"?: components["schemas"]["TextCondition"];
            "image.updatedAt"?: components["schemas"]["DateCondition"];
            "image.createdAt"?: components["schemas"]["DateCondition"];
            "image.deletedAt"?: components["schemas"]["DateCondition"];
            "image.url"?: components["schemas"]["TextCondition"];
            "image.thumbnailURL"?: components["schemas"]["TextCondition"];
            "image.filename"?: components["schemas"]["TextCondition"];
            "image.mimeType"?: components["schemas"]["TextCondition"];
            "image.filesize"?: components["schemas"]["NumberCondition"];
            "image.width"?: components["schemas"]["NumberCondition"];
            "image.height"?: components["schemas"]["NumberCondition"];
            "image.focalX"?: components["schemas"]["NumberCondition"];
            "image.focalY"?: components["schemas"]["NumberCondition"];
            "image.sizes.thumbnail.url"?: components["schemas"]["TextCondition"];
            "image.sizes.thumbnail.width"?: components["schemas"]["NumberCondition"];
            "image.sizes.thumbnail.height"?: components["schemas"]["NumberCondition"];
            "image.sizes.thumbnail.mimeType"?: components["schemas"]["TextCondition"];
            "image.sizes.thumbnail.filesize"?: components["schemas"]["NumberCondition"];
            "image.sizes.thumbnail.filename"?: components["schemas"]["TextCondition"];
            "image.sizes.card.url"?: components["schemas"]["TextCondition"];
            "image.sizes.card.width"?: components["schemas"]["NumberCondition"];
            "image.sizes.card.height"?: components["schemas"]["NumberCondition"];
            "image.sizes.card.mimeType"?: components["schemas"]["TextCondition"];
            "image.sizes.card.filesize"?: components["schemas"]["NumberCondition"];
            "image.sizes.card.filename"?: components["schemas"]["TextCondition"];
            "image.sizes.wide.url"?: components["schemas"]["TextCondition"];
            "image.sizes.wide.width"?: components["schemas"]["NumberCondition"];
            "image.sizes.wide.height"?: components["schemas"]["NumberCondition"];
            "image.sizes.wide.mimeType"?: components["schemas"]["TextCondition"];
            "image.sizes.wide.filesize"?: components["schemas"]["NumberCondition"];
            "image.sizes.wide.filename"?: components["schemas"]["TextCondition"];
            slug?: components["schemas"]["TextCondition"];
            publishedAt?: components["schemas"]["DateCondition"];
            topics?: components["schemas"]["TopicCondition"];
            partners?: components["schemas"]["IDCondition"];
            "partners.id"?: components["schemas"]["IDCondition"];
            "partners.name"?: components["schemas"]["TextCondition"];
            "partners.shortName"?: components["schemas"]["TextCondition"];
            "partners.description"?: components["schemas"]["TextCondition"];
            "partners.profile"?: components["schemas"]["PresenceCondition"];
            "partners.services"?: components["schemas"]["ServiceCondition"];
            "partners.targetGroups"?: components["schemas"]["TargetGroupCondition"];
            "partners.languages"?: components["schemas"]["LanguageCondition"];
            "partners.accessibility"?: components["schemas"]["AccessibilityCondition"];
            "partners.logo"?: components["schemas"]["IDCondition"];
            "partners.documents"?: components["schemas"]["IDCondition"];
            "partners.phones.label"?: components["schemas"]["TextCondition"];
            "partners.phones.number"?: components["schemas"]["TextCondition"];
            "partners.phones.hours"?: components["schemas"]["TextCondition"];
            "partners.phones.freeOfCharge"?: components["schemas"]["FlagCondition"];
            "partners.phones.hiddenOnBill"?: components["schemas"]["FlagCondition"];
            "partners.phones.id"?: components["schemas"]["IDCondition"];
            "partners.email"?: components["schemas"]["TextCondition"];
            "partners.website"?: components["schemas"]["TextCondition"];
            "partners.openingHours.day"?: components["schemas"]["WeekdayCondition"];
            "partners.openingHours.opens"?: components["schemas"]["TextCondition"];
            "partners.openingHours.closes"?: components["schemas"]["TextCondition"];
            "partners.openingHours.note"?: components["schemas"]["TextCondition"];
            "partners.openingHours.id"?: components["schemas"]["IDCondition"];
            "partners.reach"?: components["schemas"]["ReachCondition"];
            "partners.districts"?: components["schemas"]["DistrictCondition"];
            "partners.address.visibility"?: components["schemas"]["AddressVisibilityCondition"];
            "partners.address.street"?: components["schemas"]["TextCondition"];
            "partners.address.postalCode"?: components["schemas"]["TextCondition"];
            "partners.address.town"?: components["schemas"]["TextCondition"];
            "partners.address.latitude"?: components["schemas"]["NumberCondition"];
            "partners.address.longitude"?: components["schemas"]["NumberCondition"];
            "partners.membership.since"?: components["schemas"]["DateCondition"];
            "partners.membership.status"?: components["schemas"]["MembershipStatusCondition"];
            "partners.verifiedAt"?: components["schemas"]["DateCondition"];
            "partners.reviewDue"?: components["schemas"]["DateCondition"];
            "partners.slug"?: components["schemas"]["TextCondition"];
            "partners.kind"?: components["schemas"]["OrganisationKindCondition"];
            "partners.updatedAt"?: components["schemas"]["DateCondition"];
            "partners.createdAt"?: components["schemas"]["DateCondition"];
            "partners.deletedAt"?: components["schemas"]["DateCondition"];
            "partners._status"?: components["schemas"]["DraftOrPublishedCondition"];
            "meta.title"?: components["schemas"]["TextCondition"];
            "meta.description"?: components["schemas"]["TextCondition"];
            "meta.image"?: components["schemas"]["IDCondition"];
            updatedAt?: components["schemas"]["DateCondition"];
            createdAt?: components["schemas"]["DateCondition"];
            deletedAt?: components["schemas"]["DateCondition"];
            _status?: components["schemas"]["DraftOrPublishedCondition"];
        };
        /** @description Fields to sort by, `-` for descending. */
        MediaSort: ("id" | "-id" | "alt" | "-alt" | "credit" | "-credit" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "url" | "-url" | "thumbnailURL" | "-thumbnailURL" | "filename" | "-filename" | "mimeType" | "-mimeType" | "filesize" | "-filesize" | "width" | "-width" | "height" | "-height" | "focalX" | "-focalX" | "focalY" | "-focalY" | "sizes.thumbnail.url" | "-sizes.thumbnail.url" | "sizes.thumbnail.width" | "-sizes.thumbnail.width" | "sizes.thumbnail.height" | "-sizes.thumbnail.height" | "sizes.thumbnail.mimeType" | "-sizes.thumbnail.mimeType" | "sizes.thumbnail.filesize" | "-sizes.thumbnail.filesize" | "sizes.thumbnail.filename" | "-sizes.thumbnail.filename" | "sizes.card.url" | "-sizes.card.url" | "sizes.card.width" | "-sizes.card.width" | "sizes.card.height" | "-sizes.card.height" | "sizes.card.mimeType" | "-sizes.card.mimeType" | "sizes.card.filesize" | "-sizes.card.filesize" | "sizes.card.filename" | "-sizes.card.filename" | "sizes.wide.url" | "-sizes.wide.url" | "sizes.wide.width" | "-sizes.wide.width" | "sizes.wide.height" | "-sizes.wide.height" | "sizes.wide.mimeType" | "-sizes.wide.mimeType" | "sizes.wide.filesize" | "-sizes.wide.filesize" | "sizes.wide.filename" | "-sizes.wide.filename")[];
        /** @description At most 50 conditions, 6 levels deep. */
        MediaWhere: {
            /** @description All of these. */
            and?: components["schemas"]["MediaWhere"][];
            /** @description Any of these. */
            or?: components["schemas"]["MediaWhere"][];
            id?: components["schemas"]["IDCondition"];
            alt?: components["schemas"]["TextCondition"];
            credit?: components["schemas"]["TextCondition"];
            updatedAt?: components["schemas"]["DateCondition"];
            createdAt?: components["schemas"]["DateCondition"];
            deletedAt?: components["schemas"]["DateCondition"];
            url?: components["schemas"]["TextCondition"];
            thumbnailURL?: components["schemas"]["TextCondition"];
            filename?: components["schemas"]["TextCondition"];
            mimeType?: components["schemas"]["TextCondition"];
            filesize?: components["schemas"]["NumberCondition"];
            width?: components["schemas"]["NumberCondition"];
            height?: components["schemas"]["NumberCondition"];
            focalX?: components["schemas"]["NumberCondition"];
            focalY?: components["schemas"]["NumberCondition"];
            "sizes.thumbnail.url"?: components["schemas"]["TextCondition"];
            "sizes.thumbnail.width"?: components["schemas"]["NumberCondition"];
            "sizes.thumbnail.height"?: components["schemas"]["NumberCondition"];
            "sizes.thumbnail.mimeType"?: components["schemas"]["TextCondition"];
            "sizes.thumbnail.filesize"?: components["schemas"]["NumberCondition"];
            "sizes.thumbnail.filename"?: components["schemas"]["TextCondition"];
            "sizes.card.url"?: components["schemas"]["TextCondition"];
            "sizes.card.width"?: components["schemas"]["NumberCondition"];
            "sizes.card.height"?: components["schemas"]["NumberCondition"];
            "sizes.card.mimeType"?: components["schemas"]["TextCondition"];
            "sizes.card.filesize"?: components["schemas"]["NumberCondition"];
            "sizes.card.filename"?: components["schemas"]["TextCondition"];
            "sizes.wide.url"?: components["schemas"]["TextCondition"];
            "sizes.wide.width"?: components["schemas"]["NumberCondition"];
            "sizes.wide.height"?: components["schemas"]["NumberCondition"];
            "sizes.wide.mimeType"?: components["schemas"]["TextCondition"];
            "sizes.wide.filesize"?: components["schemas"]["NumberCondition"];
            "sizes.wide.filename"?: components["schemas"]["TextCondition"];
        };
        /** @description Fields to sort by, `-` for descending. */
        DocumentSort: ("id" | "-id" | "title" | "-title" | "language" | "-language" | "accessible" | "-accessible" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "url" | "-url" | "thumbnailURL" | "-thumbnailURL" | "filename" | "-filename" | "mimeType" | "-mimeType" | "filesize" | "-filesize" | "width" | "-width" | "height" | "-height" | "focalX" | "-focalX" | "focalY" | "-focalY")[];
        /** @description At most 50 conditions, 6 levels deep. */
        DocumentWhere: {
            /** @description All of these. */
            and?: components["schemas"]["DocumentWhere"][];
            /** @description Any of these. */
            or?: components["schemas"]["DocumentWhere"][];
            id?: components["schemas"]["IDCondition"];
            title?: components["schemas"]["TextCondition"];
            language?: components["schemas"]["LanguageCondition"];
            accessible?: components["schemas"]["FlagCondition"];
            updatedAt?: components["schemas"]["DateCondition"];
            createdAt?: components["schemas"]["DateCondition"];
            deletedAt?: components["schemas"]["DateCondition"];
            url?: components["schemas"]["TextCondition"];
            thumbnailURL?: components["schemas"]["TextCondition"];
            filename?: components["schemas"]["TextCondition"];
            mimeType?: components["schemas"]["TextCondition"];
            filesize?: components["schemas"]["NumberCondition"];
            width?: components["schemas"]["NumberCondition"];
            height?: components["schemas"]["NumberCondition"];
            focalX?: components["schemas"]["NumberCondition"];
            focalY?: components["schemas"]["NumberCondition"];
        };
        /** @description Fields to sort by, `-` for descending. */
        RedirectSort: ("id" | "-id" | "from" | "-from" | "to.type" | "-to.type" | "to.url" | "-to.url" | "type" | "-type" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt")[];
        /** @description At most 50 conditions, 6 levels deep. */
        RedirectWhere: {
            /** @description All of these. */
            and?: components["schemas"]["RedirectWhere"][];
            /** @description Any of these. */
            or?: components["schemas"]["RedirectWhere"][];
            id?: components["schemas"]["IDCondition"];
            from?: components["schemas"]["TextCondition"];
            "to.type"?: components["schemas"]["ReferenceOrCustomCondition"];
            "to.reference.value"?: components["schemas"]["ReferenceCondition"];
            "to.url"?: components["schemas"]["TextCondition"];
            type?: components["schemas"]["Code308Or307Condition"];
            updatedAt?: components["schemas"]["DateCondition"];
            createdAt?: components["schemas"]["DateCondition"];
        };
        /** @description The id of a document. */
        ID: string;
        /**
         * @description A language of the content (BCP 47): `de` German, `de-simple` Easy Language, `en` English, `tr` Turkish, `ar` Arabic, `uk` Ukrainian, `ru` Russian.
         * @enum {string}
         */
        Locale: "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
        /**
         * @description `step-free` Step-free access, `wheelchair-accessible` Wheelchair accessible, `accessible-toilet` Accessible toilet, `accessible-parking` Accessible parking, `lift` Lift, `tactile-guidance` Tactile guidance, `induction-loop` Induction loop, `sign-language` Sign language interpreting available, `easy-language` Counselling in Easy Language, `assistance-dog-welcome` Assistance dogs welcome, `home-visits` Home visits available.
         * @enum {string}
         */
        Accessibility: "step-free" | "wheelchair-accessible" | "accessible-toilet" | "accessible-parking" | "lift" | "tactile-guidance" | "induction-loop" | "sign-language" | "easy-language" | "assistance-dog-welcome" | "home-visits";
        /**
         * @description `public` Public, `town-only` Town only, `secret` Secret.
         * @enum {string}
         */
        AddressVisibility: "public" | "town-only" | "secret";
        /**
         * @description `03101` Braunschweig, `03102` Salzgitter, `03103` Wolfsburg, `03151` Gifhorn, `03153` Goslar, `03154` Helmstedt, `03157` Peine, `03158` Wolfenbüttel.
         * @enum {string}
         */
        District: "03101" | "03102" | "03103" | "03151" | "03153" | "03154" | "03157" | "03158";
        /**
         * @description `police` Police, `public-prosecutor` Public prosecutor, `court` Court, `social-service-of-justice` Social service of justice, `womens-shelter` Women's shelter, `womens-counselling` Women's counselling, `biss` Intervention centre (BISS), `work-with-perpetrators` Work with perpetrators, `youth-welfare` Youth welfare, `health-care` Health care, `psychotherapy` Psychotherapy, `legal-profession` Legal profession, `equal-opportunities-office` Equal-opportunities office, `school-authority` School authority, `migration-authority` Migration authority, `university` University, `municipality` Municipality, `victim-support` Victim support, `other` Other.
         * @enum {string}
         */
        OrganisationKind: "police" | "public-prosecutor" | "court" | "social-service-of-justice" | "womens-shelter" | "womens-counselling" | "biss" | "work-with-perpetrators" | "youth-welfare" | "health-care" | "psychotherapy" | "legal-profession" | "equal-opportunities-office" | "school-authority" | "migration-authority" | "university" | "municipality" | "victim-support" | "other";
        /**
         * @description `de` German, `de-simple` Easy Language, `gsg` German Sign Language, `en` English, `tr` Turkish, `ar` Arabic, `uk` Ukrainian, `ru` Russian, `fa` Persian, `ps` Pashto, `ku` Kurdish, `pl` Polish, `ro` Romanian, `bg` Bulgarian, `sq` Albanian, `sr` Serbian, `hr` Croatian, `bs` Bosnian, `el` Greek, `it` Italian, `es` Spanish, `pt` Portuguese, `fr` French, `ti` Tigrinya, `am` Amharic, `so` Somali, `ur` Urdu, `vi` Vietnamese, `th` Thai, `zh` Chinese, `rom` Romani.
         * @enum {string}
         */
        Language: "de" | "de-simple" | "gsg" | "en" | "tr" | "ar" | "uk" | "ru" | "fa" | "ps" | "ku" | "pl" | "ro" | "bg" | "sq" | "sr" | "hr" | "bs" | "el" | "it" | "es" | "pt" | "fr" | "ti" | "am" | "so" | "ur" | "vi" | "th" | "zh" | "rom";
        /**
         * @description `signatory` Signatory, `associated` Associated, `candidate` Candidate, `former` Former.
         * @enum {string}
         */
        MembershipStatus: "signatory" | "associated" | "candidate" | "former";
        /**
         * @description `district` Single districts, `region` Braunschweig region, `state` State of Lower Saxony, `country` Nationwide.
         * @enum {string}
         */
        Reach: "district" | "region" | "state" | "country";
        /**
         * @description `counselling` Counselling, `outreach-counselling` Outreach counselling, `proactive-counselling` Proactive counselling after police action, `online-counselling` Online counselling, `shelter` Shelter, `crisis-intervention` Crisis intervention, `child-and-youth-support` Support for children and young people, `court-accompaniment` Accompaniment to courts and authorities, `psychosocial-court-support` Psychosocial support in criminal proceedings, `legal-advice` Legal advice, `police-protection` Police protection, `criminal-prosecution` Criminal prosecution, `protection-orders` Protection orders under the Protection Against Violence Act, `securing-of-evidence` Confidential securing of evidence, `medical-care` Medical care, `psychotherapy` Psychotherapy, `trauma-counselling` Trauma counselling, `perpetrator-programme` Perpetrator programme, `high-risk-case-conference` High-risk case conference, `material-help` Financial and practical help, `interpreting` Interpreting, `prevention` Prevention, `training` Training.
         * @enum {string}
         */
        Service: "counselling" | "outreach-counselling" | "proactive-counselling" | "online-counselling" | "shelter" | "crisis-intervention" | "child-and-youth-support" | "court-accompaniment" | "psychosocial-court-support" | "legal-advice" | "police-protection" | "criminal-prosecution" | "protection-orders" | "securing-of-evidence" | "medical-care" | "psychotherapy" | "trauma-counselling" | "perpetrator-programme" | "high-risk-case-conference" | "material-help" | "interpreting" | "prevention" | "training";
        /**
         * @description `draft` Draft, `in-force` In force, `superseded` Superseded.
         * @enum {string}
         */
        StandardStatus: "draft" | "in-force" | "superseded";
        /**
         * @description `women` Women, `men` Men, `non-binary-people` Non-binary people, `children` Children, `young-people` Young people, `older-people` Older people, `people-with-disabilities` People with disabilities, `migrants` Migrants, `refugees` Refugees, `lgbtiq` LGBTIQ people, `relatives` Relatives and friends, `perpetrators` People who use violence, `professionals` Professionals.
         * @enum {string}
         */
        TargetGroup: "women" | "men" | "non-binary-people" | "children" | "young-people" | "older-people" | "people-with-disabilities" | "migrants" | "refugees" | "lgbtiq" | "relatives" | "perpetrators" | "professionals";
        /**
         * @description `cooperation` Cooperation, `events` Events, `law` Law, `prevention` Prevention, `protection` Protection and help, `training` Training, `publications` Publications, `work-with-perpetrators` Work with perpetrators, `children-and-youth` Children and young people.
         * @enum {string}
         */
        Topic: "cooperation" | "events" | "law" | "prevention" | "protection" | "training" | "publications" | "work-with-perpetrators" | "children-and-youth";
        /**
         * @description `monday` Monday, `tuesday` Tuesday, `wednesday` Wednesday, `thursday` Thursday, `friday` Friday, `saturday` Saturday, `sunday` Sunday.
         * @enum {string}
         */
        Weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        RichText: {
            root: {
                children: components["schemas"]["RichTextNode"][];
                /** @enum {unknown} */
                direction: "ltr" | "rtl" | null;
                /** @enum {unknown} */
                format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
                indent: number;
                /** @constant */
                type: "root";
                version: number;
            };
        };
        RichTextNode: components["schemas"]["RichTextAutolink"] | components["schemas"]["RichTextBlock"] | components["schemas"]["RichTextHeading"] | components["schemas"]["RichTextHorizontalrule"] | components["schemas"]["RichTextLinebreak"] | components["schemas"]["RichTextLink"] | components["schemas"]["RichTextList"] | components["schemas"]["RichTextListitem"] | components["schemas"]["RichTextParagraph"] | components["schemas"]["RichTextQuote"] | components["schemas"]["RichTextTab"] | components["schemas"]["RichTextText"] | components["schemas"]["RichTextUpload"];
        RichTextAutolink: {
            children: components["schemas"]["RichTextNode"][];
            /** @enum {unknown} */
            direction: "ltr" | "rtl" | null;
            /** @enum {unknown} */
            format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            indent: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "autolink";
            version: number;
            fields: {
                /** @enum {unknown} */
                linkType: "custom" | "internal";
                /** @description Where an internal link leads. */
                doc?: {
                    /** @constant */
                    relationTo: "pages";
                    value: string | components["schemas"]["Page"];
                } | {
                    /** @constant */
                    relationTo: "partners";
                    value: string | components["schemas"]["Partner"];
                } | {
                    /** @constant */
                    relationTo: "standards";
                    value: string | components["schemas"]["Standard"];
                } | {
                    /** @constant */
                    relationTo: "news";
                    value: string | components["schemas"]["NewsItem"];
                } | null;
                newTab?: boolean | null;
                /** @description Where any other link leads: `/…`, `#…`, `http(s):`, `mailto:` or `tel:`. */
                url?: string | null;
            };
            id?: string;
        };
        RichTextBlock: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "block";
            version: number;
            fields: components["schemas"]["RichTextBlockFields"];
            /** @enum {unknown} */
            format?: "" | "center" | "end" | "justify" | "left" | "right" | "start";
        };
        RichTextHeading: {
            children: components["schemas"]["RichTextNode"][];
            /** @enum {unknown} */
            direction: "ltr" | "rtl" | null;
            /** @enum {unknown} */
            format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            indent: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "heading";
            version: number;
            /** @enum {unknown} */
            tag: "h2" | "h3" | "h4";
        };
        RichTextHorizontalrule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "horizontalrule";
            version: number;
        };
        RichTextLinebreak: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "linebreak";
            version: number;
        };
        RichTextLink: {
            children: components["schemas"]["RichTextNode"][];
            /** @enum {unknown} */
            direction: "ltr" | "rtl" | null;
            /** @enum {unknown} */
            format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            indent: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "link";
            version: number;
            fields: {
                /** @enum {unknown} */
                linkType: "custom" | "internal";
                /** @description Where an internal link leads. */
                doc?: {
                    /** @constant */
                    relationTo: "pages";
                    value: string | components["schemas"]["Page"];
                } | {
                    /** @constant */
                    relationTo: "partners";
                    value: string | components["schemas"]["Partner"];
                } | {
                    /** @constant */
                    relationTo: "standards";
                    value: string | components["schemas"]["Standard"];
                } | {
                    /** @constant */
                    relationTo: "news";
                    value: string | components["schemas"]["NewsItem"];
                } | null;
                newTab?: boolean | null;
                /** @description Where any other link leads: `/…`, `#…`, `http(s):`, `mailto:` or `tel:`. */
                url?: string | null;
            };
            id?: string;
        };
        RichTextList: {
            children: components["schemas"]["RichTextNode"][];
            /** @enum {unknown} */
            direction: "ltr" | "rtl" | null;
            /** @enum {unknown} */
            format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            indent: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "list";
            version: number;
            /** @enum {unknown} */
            listType: "bullet" | "number";
            start: number;
            /** @enum {unknown} */
            tag: "ol" | "ul";
        };
        RichTextListitem: {
            children: components["schemas"]["RichTextNode"][];
            /** @enum {unknown} */
            direction: "ltr" | "rtl" | null;
            /** @enum {unknown} */
            format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            indent: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "listitem";
            version: number;
            value: number;
        };
        RichTextParagraph: {
            children: components["schemas"]["RichTextNode"][];
            /** @enum {unknown} */
            direction: "ltr" | "rtl" | null;
            /** @enum {unknown} */
            format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            indent: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "paragraph";
            version: number;
            textFormat?: number;
            textStyle?: string;
        };
        RichTextQuote: {
            children: components["schemas"]["RichTextNode"][];
            /** @enum {unknown} */
            direction: "ltr" | "rtl" | null;
            /** @enum {unknown} */
            format: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            indent: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "quote";
            version: number;
        };
        RichTextTab: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "tab";
            version: number;
            format?: number;
            text?: string;
            detail?: number;
            /** @enum {unknown} */
            mode?: "normal" | "segmented" | "token";
            style?: string;
        };
        RichTextText: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "text";
            version: number;
            /** @description The sum of 1 (bold), 2 (italic), 4 (struck through), 8 (underlined), 16 (code), 32 (subscript), 64 (superscript). */
            format: number;
            text: string;
            detail?: number;
            /** @enum {unknown} */
            mode?: "normal" | "segmented" | "token";
            style?: string;
        };
        RichTextUpload: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "upload";
            version: number;
            /** @constant */
            relationTo: "media";
            value: string | components["schemas"]["Media"];
            fields?: Record<string, never> | null;
            /** @enum {unknown} */
            format?: "" | "center" | "end" | "justify" | "left" | "right" | "start";
            id?: string;
        };
        RichTextBlockFields: components["schemas"]["RichTextBlockCallout"] | components["schemas"]["RichTextBlockPartnerList"] | components["schemas"]["RichTextBlockDownloads"] | components["schemas"]["RichTextBlockContact"];
        RichTextBlockCallout: {
            /** @enum {string} */
            tone: "info" | "important" | "warning";
            title?: string | null;
            text: string;
            id?: string;
            blockName?: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            blockType: "callout";
        };
        RichTextBlockPartnerList: {
            title?: string | null;
            /** @description Empty: all. */
            kinds?: ("police" | "public-prosecutor" | "court" | "social-service-of-justice" | "womens-shelter" | "womens-counselling" | "biss" | "work-with-perpetrators" | "youth-welfare" | "health-care" | "psychotherapy" | "legal-profession" | "equal-opportunities-office" | "school-authority" | "migration-authority" | "university" | "municipality" | "victim-support" | "other")[] | null;
            /** @description Empty: all. */
            districts?: ("03101" | "03102" | "03103" | "03151" | "03153" | "03154" | "03157" | "03158")[] | null;
            id?: string;
            blockName?: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            blockType: "partnerList";
        };
        RichTextBlockDownloads: {
            title?: string | null;
            documents: (string | components["schemas"]["Document"])[];
            id?: string;
            blockName?: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            blockType: "downloads";
        };
        RichTextBlockContact: {
            title?: string | null;
            partner: string | components["schemas"]["Partner"];
            id?: string;
            blockName?: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            blockType: "contact";
        };
        HSDSPage: {
            contents: components["schemas"]["HSDSRecord"][];
            empty: boolean;
            first_page: boolean;
            last_page: boolean;
            page_number: number;
            size: number;
            total_items: number;
            total_pages: number;
        };
        /** @description A record as its schema in HSDS 3.1 says. */
        HSDSRecord: {
            /** Format: uuid */
            id: string;
        } & {
            [key: string]: unknown;
        };
        Bundle: {
            collections: {
                partners: components["schemas"]["Partner"][];
                pages: components["schemas"]["Page"][];
                standards: components["schemas"]["Standard"][];
                news: components["schemas"]["NewsItem"][];
                media: components["schemas"]["Media"][];
                documents: components["schemas"]["Document"][];
                redirects: components["schemas"]["Redirect"][];
            };
            globals: {
                site?: components["schemas"]["Site"];
                navigation?: components["schemas"]["Navigation"];
                emergency?: components["schemas"]["Emergency"];
            };
            locale: components["schemas"]["Locale"];
            /** @description By `collection/id`, or by the slug of a global, `sha256-…` of its JSON as it stands in the file. */
            manifest: {
                [key: string]: string;
            };
            revision: string;
        };
        Changes: {
            changes: ({
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                entity: "partners" | "pages" | "standards" | "news" | "media" | "documents" | "redirects" | "site" | "navigation" | "emergency";
                id?: components["schemas"]["ID"];
                path: string | null;
                doc: components["schemas"]["Partner"] | components["schemas"]["Page"] | components["schemas"]["Standard"] | components["schemas"]["NewsItem"] | components["schemas"]["Media"] | components["schemas"]["Document"] | components["schemas"]["Redirect"] | components["schemas"]["Site"] | components["schemas"]["Navigation"] | components["schemas"]["Emergency"];
                oldPath?: string | null;
                /** @enum {string} */
                type: "created" | "changed";
                /** Format: iri */
                url?: string;
            } | {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                entity: "partners" | "pages" | "standards" | "news" | "media" | "documents" | "redirects" | "site" | "navigation" | "emergency";
                id?: components["schemas"]["ID"];
                path: string | null;
                /** @enum {string} */
                type: "unpublished" | "deleted";
            })[];
            cursor: string;
            hasMore: boolean;
        };
        Count: {
            totalDocs: number;
        };
        /** @description By short filter: how many documents each code would find, the most first. */
        Facets: {
            [key: string]: {
                count: number;
                value: string;
            }[];
        };
        /** @description Only with `fallback=mark`: the fields that are not in the language that was asked for, such as `title` or `steps.0.actor`, and the language that they are in. */
        Fallbacks: {
            [key: string]: components["schemas"]["Locale"];
        };
        GraphQLReply: {
            data?: Record<string, never> | null;
            errors?: {
                extensions?: {
                    code?: components["schemas"]["ProblemCode"];
                };
                message: string;
            }[];
        };
        Health: {
            /** @enum {string} */
            database: "embedded" | "mongodb";
            migrations?: {
                pending: string[];
                /** @enum {string} */
                state: "current" | "pending";
            };
            process?: {
                memory: number;
                openFiles: number | null;
            };
            /** @enum {string} */
            status: "ok" | "unavailable";
            transactions?: boolean;
            version: string;
        };
        Moved: {
            redirect: {
                path: string | null;
                status: number;
                url: string;
            };
        };
        Resolved: {
            /** @constant */
            collection: "pages";
            doc: components["schemas"]["Page"];
            id: components["schemas"]["ID"];
            locale: components["schemas"]["Locale"];
            path: string;
            /** Format: iri */
            url: string;
        } | {
            /** @constant */
            collection: "partners";
            doc: components["schemas"]["Partner"];
            id: components["schemas"]["ID"];
            locale: components["schemas"]["Locale"];
            path: string;
            /** Format: iri */
            url: string;
        } | {
            /** @constant */
            collection: "standards";
            doc: components["schemas"]["Standard"];
            id: components["schemas"]["ID"];
            locale: components["schemas"]["Locale"];
            path: string;
            /** Format: iri */
            url: string;
        } | {
            /** @constant */
            collection: "news";
            doc: components["schemas"]["NewsItem"];
            id: components["schemas"]["ID"];
            locale: components["schemas"]["Locale"];
            path: string;
            /** Format: iri */
            url: string;
        } | components["schemas"]["Moved"];
        SearchResults: {
            docs: {
                /** @enum {string} */
                collection: "news" | "pages" | "partners" | "standards";
                excerpt: string | null;
                fallbacks?: components["schemas"]["Fallbacks"];
                id: components["schemas"]["ID"];
                path: string;
                slug: string;
                title: string;
                /** Format: iri */
                url: string;
            }[];
            hasNextPage: boolean;
            limit: number;
            page: number;
            totalDocs: number;
            totalPages: number;
        };
        Sitemap: {
            entries: {
                alternates: {
                    locale: components["schemas"]["Locale"];
                    path: string;
                    /** Format: iri */
                    url: string;
                }[];
                locale: components["schemas"]["Locale"];
                path: string;
                /** Format: date-time */
                updatedAt: string;
                /** Format: iri */
                url: string;
            }[];
        };
        Term: {
            label: string;
            value: string;
        };
        Vocabularies: {
            accessibility: components["schemas"]["Term"][];
            addressVisibility: components["schemas"]["Term"][];
            districts: components["schemas"]["Term"][];
            kinds: components["schemas"]["Term"][];
            languages: components["schemas"]["Term"][];
            membershipStatus: components["schemas"]["Term"][];
            reach: components["schemas"]["Term"][];
            services: components["schemas"]["Term"][];
            standardStatus: components["schemas"]["Term"][];
            targetGroups: components["schemas"]["Term"][];
            topics: components["schemas"]["Term"][];
            weekdays: components["schemas"]["Term"][];
            locales: {
                /** @enum {string} */
                direction: "ltr" | "rtl";
                label: string;
                value: components["schemas"]["Locale"];
            }[];
        };
        /** @description A refusal, in Payload's form. With `Accept: application/problem+json` it is a `Problem`. */
        Errors: {
            errors: {
                code: components["schemas"]["ProblemCode"];
                /** @description What a tool for people needs. */
                data?: unknown;
                /** @description What is wrong, in German, or in English with `Accept-Language: en`. */
                message: string;
                name?: string;
            }[];
        };
        /** @description A refusal as RFC 9457 has it. */
        Problem: {
            code: components["schemas"]["ProblemCode"];
            /** @description What a tool for people needs. */
            data?: unknown;
            /** @description What is wrong, in German, or in English with `Accept-Language: en`. */
            detail: string;
            status: number;
            title: string;
            /**
             * Format: uri
             * @description Where the code is explained.
             */
            type: string;
        };
        /**
         * @description What was refused, for programs. Codes are added, and never renamed.
         * @enum {string}
         */
        ProblemCode: "unknown-parameter" | "unknown-field" | "unknown-operator" | "invalid-value" | "too-complex" | "invalid-address" | "invalid-body" | "invalid-data" | "invalid-request" | "unauthorised" | "forbidden" | "not-found" | "conflict" | "stale-write" | "confirmation-needed" | "in-use" | "gone" | "too-large" | "locked" | "too-many-requests" | "internal-error" | "unavailable";
        /** @description What can be asked of each route. */
        Routes: {
            "/api/partners": {
                query: {
                    district?: components["schemas"]["District"][];
                    kind?: components["schemas"]["OrganisationKind"][];
                    language?: components["schemas"]["Language"][];
                    service?: components["schemas"]["Service"][];
                    path?: string[];
                    slug?: string[];
                    targetGroup?: components["schemas"]["TargetGroup"][];
                    near?: string;
                    openAt?: string;
                    /** @enum {string} */
                    openNow?: "true";
                    where?: components["schemas"]["PartnerWhere"];
                    facets?: ("district" | "kind" | "language" | "service" | "targetGroup")[];
                    sort?: components["schemas"]["PartnerSort"];
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @default true */
                    pagination?: boolean;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["PartnerSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["PartnerList"];
            };
            "/api/partners/count": {
                query: {
                    district?: components["schemas"]["District"][];
                    kind?: components["schemas"]["OrganisationKind"][];
                    language?: components["schemas"]["Language"][];
                    service?: components["schemas"]["Service"][];
                    path?: string[];
                    slug?: string[];
                    targetGroup?: components["schemas"]["TargetGroup"][];
                    near?: string;
                    openAt?: string;
                    /** @enum {string} */
                    openNow?: "true";
                    where?: components["schemas"]["PartnerWhere"];
                    revision?: string;
                };
                reply: components["schemas"]["Count"];
            };
            "/api/pages": {
                query: {
                    path?: string[];
                    slug?: string[];
                    where?: components["schemas"]["PageWhere"];
                    sort?: components["schemas"]["PageSort"];
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @default true */
                    pagination?: boolean;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["PageSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["PageList"];
            };
            "/api/pages/count": {
                query: {
                    path?: string[];
                    slug?: string[];
                    where?: components["schemas"]["PageWhere"];
                    revision?: string;
                };
                reply: components["schemas"]["Count"];
            };
            "/api/standards": {
                query: {
                    path?: string[];
                    slug?: string[];
                    status?: components["schemas"]["StandardStatus"][];
                    /** @enum {string} */
                    current?: "true";
                    where?: components["schemas"]["StandardWhere"];
                    facets?: "status"[];
                    sort?: components["schemas"]["StandardSort"];
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @default true */
                    pagination?: boolean;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["StandardSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["StandardList"];
            };
            "/api/standards/count": {
                query: {
                    path?: string[];
                    slug?: string[];
                    status?: components["schemas"]["StandardStatus"][];
                    /** @enum {string} */
                    current?: "true";
                    where?: components["schemas"]["StandardWhere"];
                    revision?: string;
                };
                reply: components["schemas"]["Count"];
            };
            "/api/news": {
                query: {
                    path?: string[];
                    slug?: string[];
                    topic?: components["schemas"]["Topic"][];
                    where?: components["schemas"]["NewsItemWhere"];
                    facets?: "topic"[];
                    sort?: components["schemas"]["NewsItemSort"];
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @default true */
                    pagination?: boolean;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["NewsItemSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["NewsItemList"];
            };
            "/api/news/count": {
                query: {
                    path?: string[];
                    slug?: string[];
                    topic?: components["schemas"]["Topic"][];
                    where?: components["schemas"]["NewsItemWhere"];
                    revision?: string;
                };
                reply: components["schemas"]["Count"];
            };
            "/api/media": {
                query: {
                    where?: components["schemas"]["MediaWhere"];
                    sort?: components["schemas"]["MediaSort"];
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @default true */
                    pagination?: boolean;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["MediaSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["MediaList"];
            };
            "/api/media/count": {
                query: {
                    where?: components["schemas"]["MediaWhere"];
                    revision?: string;
                };
                reply: components["schemas"]["Count"];
            };
            "/api/documents": {
                query: {
                    where?: components["schemas"]["DocumentWhere"];
                    sort?: components["schemas"]["DocumentSort"];
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @default true */
                    pagination?: boolean;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["DocumentSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["DocumentList"];
            };
            "/api/documents/count": {
                query: {
                    where?: components["schemas"]["DocumentWhere"];
                    revision?: string;
                };
                reply: components["schemas"]["Count"];
            };
            "/api/redirects": {
                query: {
                    where?: components["schemas"]["RedirectWhere"];
                    sort?: components["schemas"]["RedirectSort"];
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @default true */
                    pagination?: boolean;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["RedirectSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["RedirectList"];
            };
            "/api/redirects/count": {
                query: {
                    where?: components["schemas"]["RedirectWhere"];
                    revision?: string;
                };
                reply: components["schemas"]["Count"];
            };
            "/api/globals/site": {
                query: {
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["SiteSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["Site"];
            };
            "/api/globals/navigation": {
                query: {
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["NavigationSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["Navigation"];
            };
            "/api/globals/emergency": {
                query: {
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["EmergencySelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["Emergency"];
            };
            "/api/search": {
                query: {
                    q: string;
                    /** @default 10 */
                    limit?: number;
                    /** @default 1 */
                    page?: number;
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["SearchResults"];
            };
            "/api/resolve": {
                query: {
                    path: string;
                    /** @default 1 */
                    depth?: number;
                    select?: components["schemas"]["PageSelect"];
                    populate?: components["schemas"]["Populate"];
                    /** @enum {string} */
                    format?: "html" | "text";
                    /** @enum {string} */
                    fallback?: "mark";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["Resolved"];
            };
            "/api/vocabularies": {
                query: {
                    locale?: components["schemas"]["Locale"];
                    revision?: string;
                };
                reply: components["schemas"]["Vocabularies"];
            };
            "/api/changes": {
                query: {
                    since?: string;
                    /** @default 100 */
                    limit?: number;
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["Changes"];
            };
            "/api/bundle": {
                query: {
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["Bundle"];
            };
            "/api/sitemap": {
                query: {
                    revision?: string;
                };
                reply: components["schemas"]["Sitemap"];
            };
            "/api/graphql": {
                query: {
                    query: string;
                    variables?: string;
                    operationName?: string;
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["GraphQLReply"];
            };
            "/api/health": {
                query: Record<string, never>;
                reply: components["schemas"]["Health"];
            };
            "/api/hsds/organizations": {
                query: {
                    search?: string;
                    /** @default 1 */
                    page?: number;
                    /** @default 50 */
                    per_page?: number;
                    /**
                     * @default json
                     * @enum {string}
                     */
                    format?: "json";
                    /** @default false */
                    full?: boolean;
                    /** Format: uuid */
                    taxonomy_id?: string;
                    /** Format: uuid */
                    taxonomy_term_id?: string;
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["HSDSPage"];
            };
            "/api/hsds/service_at_locations": {
                query: {
                    search?: string;
                    /** @default 1 */
                    page?: number;
                    /** @default 50 */
                    per_page?: number;
                    /**
                     * @default json
                     * @enum {string}
                     */
                    format?: "json";
                    /** @default false */
                    full?: boolean;
                    /** Format: date-time */
                    modified_after?: string;
                    /** Format: uuid */
                    organization_id?: string;
                    /** Format: uuid */
                    taxonomy_id?: string;
                    /** Format: uuid */
                    taxonomy_term_id?: string;
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["HSDSPage"];
            };
            "/api/hsds/services": {
                query: {
                    search?: string;
                    /** @default 1 */
                    page?: number;
                    /** @default 50 */
                    per_page?: number;
                    /**
                     * @default json
                     * @enum {string}
                     */
                    format?: "json";
                    /** @default false */
                    full?: boolean;
                    /** @default false */
                    minimal?: boolean;
                    /** Format: date-time */
                    modified_after?: string;
                    /** Format: uuid */
                    organization_id?: string;
                    /** Format: uuid */
                    taxonomy_id?: string;
                    /** Format: uuid */
                    taxonomy_term_id?: string;
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["HSDSPage"];
            };
            "/api/hsds/taxonomies": {
                query: {
                    search?: string;
                    /** @default 1 */
                    page?: number;
                    /** @default 50 */
                    per_page?: number;
                    /**
                     * @default json
                     * @enum {string}
                     */
                    format?: "json";
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["HSDSPage"];
            };
            "/api/hsds/taxonomy_terms": {
                query: {
                    search?: string;
                    /** @default 1 */
                    page?: number;
                    /** @default 50 */
                    per_page?: number;
                    /**
                     * @default json
                     * @enum {string}
                     */
                    format?: "json";
                    /** Format: uuid */
                    parent_id?: string;
                    /** Format: uuid */
                    taxonomy_id?: string;
                    /** @default false */
                    top_only?: boolean;
                    locale?: components["schemas"]["Locale"];
                    /** @enum {string} */
                    "fallback-locale"?: "none" | "de" | "de-simple" | "en" | "tr" | "ar" | "uk" | "ru";
                    revision?: string;
                };
                reply: components["schemas"]["HSDSPage"];
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Partner = components["schemas"]["Partner"];
export type Page = components["schemas"]["Page"];
export type Standard = components["schemas"]["Standard"];
export type NewsItem = components["schemas"]["NewsItem"];
export type Media = components["schemas"]["Media"];
export type Document = components["schemas"]["Document"];
export type Redirect = components["schemas"]["Redirect"];
export type Site = components["schemas"]["Site"];
export type Navigation = components["schemas"]["Navigation"];
export type Emergency = components["schemas"]["Emergency"];
export type PartnerList = components["schemas"]["PartnerList"];
export type PageList = components["schemas"]["PageList"];
export type StandardList = components["schemas"]["StandardList"];
export type NewsItemList = components["schemas"]["NewsItemList"];
export type MediaList = components["schemas"]["MediaList"];
export type DocumentList = components["schemas"]["DocumentList"];
export type RedirectList = components["schemas"]["RedirectList"];
export type IDCondition = components["schemas"]["IDCondition"];
export type TextCondition = components["schemas"]["TextCondition"];
export type PresenceCondition = components["schemas"]["PresenceCondition"];
export type ServiceCondition = components["schemas"]["ServiceCondition"];
export type TargetGroupCondition = components["schemas"]["TargetGroupCondition"];
export type LanguageCondition = components["schemas"]["LanguageCondition"];
export type AccessibilityCondition = components["schemas"]["AccessibilityCondition"];
export type DateCondition = components["schemas"]["DateCondition"];
export type NumberCondition = components["schemas"]["NumberCondition"];
export type FlagCondition = components["schemas"]["FlagCondition"];
export type WeekdayCondition = components["schemas"]["WeekdayCondition"];
export type ReachCondition = components["schemas"]["ReachCondition"];
export type DistrictCondition = components["schemas"]["DistrictCondition"];
export type AddressVisibilityCondition = components["schemas"]["AddressVisibilityCondition"];
export type MembershipStatusCondition = components["schemas"]["MembershipStatusCondition"];
export type OrganisationKindCondition = components["schemas"]["OrganisationKindCondition"];
export type DraftOrPublishedCondition = components["schemas"]["DraftOrPublishedCondition"];
export type StandardStatusCondition = components["schemas"]["StandardStatusCondition"];
export type TopicCondition = components["schemas"]["TopicCondition"];
export type ReferenceOrCustomCondition = components["schemas"]["ReferenceOrCustomCondition"];
export type ReferenceCondition = components["schemas"]["ReferenceCondition"];
export type Code308Or307Condition = components["schemas"]["Code308Or307Condition"];
export type Populate = components["schemas"]["Populate"];
export type PartnerSelect = components["schemas"]["PartnerSelect"];
export type PageSelect = components["schemas"]["PageSelect"];
export type StandardSelect = components["schemas"]["StandardSelect"];
export type NewsItemSelect = components["schemas"]["NewsItemSelect"];
export type MediaSelect = components["schemas"]["MediaSelect"];
export type DocumentSelect = components["schemas"]["DocumentSelect"];
export type RedirectSelect = components["schemas"]["RedirectSelect"];
export type SiteSelect = components["schemas"]["SiteSelect"];
export type NavigationSelect = components["schemas"]["NavigationSelect"];
export type EmergencySelect = components["schemas"]["EmergencySelect"];
export type PartnerSort = components["schemas"]["PartnerSort"];
export type PartnerWhere = components["schemas"]["PartnerWhere"];
export type PageSort = components["schemas"]["PageSort"];
export type PageWhere = components["schemas"]["PageWhere"];
export type StandardSort = components["schemas"]["StandardSort"];
export type StandardWhere = components["schemas"]["StandardWhere"];
export type NewsItemSort = components["schemas"]["NewsItemSort"];
export type NewsItemWhere = components["schemas"]["NewsItemWhere"];
export type MediaSort = components["schemas"]["MediaSort"];
export type MediaWhere = components["schemas"]["MediaWhere"];
export type DocumentSort = components["schemas"]["DocumentSort"];
export type DocumentWhere = components["schemas"]["DocumentWhere"];
export type RedirectSort = components["schemas"]["RedirectSort"];
export type RedirectWhere = components["schemas"]["RedirectWhere"];
export type ID = components["schemas"]["ID"];
export type Locale = components["schemas"]["Locale"];
export type Accessibility = components["schemas"]["Accessibility"];
export type AddressVisibility = components["schemas"]["AddressVisibility"];
export type District = components["schemas"]["District"];
export type OrganisationKind = components["schemas"]["OrganisationKind"];
export type Language = components["schemas"]["Language"];
export type MembershipStatus = components["schemas"]["MembershipStatus"];
export type Reach = components["schemas"]["Reach"];
export type Service = components["schemas"]["Service"];
export type StandardStatus = components["schemas"]["StandardStatus"];
export type TargetGroup = components["schemas"]["TargetGroup"];
export type Topic = components["schemas"]["Topic"];
export type Weekday = components["schemas"]["Weekday"];
export type RichText = components["schemas"]["RichText"];
export type RichTextNode = components["schemas"]["RichTextNode"];
export type RichTextAutolink = components["schemas"]["RichTextAutolink"];
export type RichTextBlock = components["schemas"]["RichTextBlock"];
export type RichTextHeading = components["schemas"]["RichTextHeading"];
export type RichTextHorizontalrule = components["schemas"]["RichTextHorizontalrule"];
export type RichTextLinebreak = components["schemas"]["RichTextLinebreak"];
export type RichTextLink = components["schemas"]["RichTextLink"];
export type RichTextList = components["schemas"]["RichTextList"];
export type RichTextListitem = components["schemas"]["RichTextListitem"];
export type RichTextParagraph = components["schemas"]["RichTextParagraph"];
export type RichTextQuote = components["schemas"]["RichTextQuote"];
export type RichTextTab = components["schemas"]["RichTextTab"];
export type RichTextText = components["schemas"]["RichTextText"];
export type RichTextUpload = components["schemas"]["RichTextUpload"];
export type RichTextBlockFields = components["schemas"]["RichTextBlockFields"];
export type RichTextBlockCallout = components["schemas"]["RichTextBlockCallout"];
export type RichTextBlockPartnerList = components["schemas"]["RichTextBlockPartnerList"];
export type RichTextBlockDownloads = components["schemas"]["RichTextBlockDownloads"];
export type RichTextBlockContact = components["schemas"]["RichTextBlockContact"];
export type HSDSPage = components["schemas"]["HSDSPage"];
export type HSDSRecord = components["schemas"]["HSDSRecord"];
export type Bundle = components["schemas"]["Bundle"];
export type Changes = components["schemas"]["Changes"];
export type Count = components["schemas"]["Count"];
export type Facets = components["schemas"]["Facets"];
export type Fallbacks = components["schemas"]["Fallbacks"];
export type GraphQLReply = components["schemas"]["GraphQLReply"];
export type Health = components["schemas"]["Health"];
export type Moved = components["schemas"]["Moved"];
export type Resolved = components["schemas"]["Resolved"];
export type SearchResults = components["schemas"]["SearchResults"];
export type Sitemap = components["schemas"]["Sitemap"];
export type Term = components["schemas"]["Term"];
export type Vocabularies = components["schemas"]["Vocabularies"];
export type Errors = components["schemas"]["Errors"];
export type Problem = components["schemas"]["Problem"];
export type ProblemCode = components["schemas"]["ProblemCode"];
export type Routes = components["schemas"]["Routes"];
