import { ReviewNotice as ReviewNotice_9ce571b0a3c341f2ce97bc1189495442 } from '../../../../src/admin/review/ReviewNotice.tsx'
import { AddressCell as AddressCell_11cd28dfcce712cb0949d37312844fd2 } from '../../../../src/features/address/AddressCell.tsx'
import { NoDifference as NoDifference_2003072a5366025dffb66b5537fac469 } from '../../../../src/admin/document/NoDifference.tsx'
import { PublishQuestions as PublishQuestions_5e1ee0d4fdde5ab6987c212d4317ca9f } from '../../../../src/features/publishing/PublishQuestions.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UsedIn as UsedIn_ee785db262d84da291eb26bb34a29caf } from '../../../../src/admin/links/UsedIn.tsx'
import { Exchange as Exchange_3d9bfc845a3609fca96002c8775ce8b5 } from '../../../../src/admin/exchange/Exchange.tsx'
import { QuickFilters as QuickFilters_9621a2ef528c6a976fedadbf561e3cbb } from '../../../../src/admin/lists/QuickFilters.tsx'
import { HideAddressOfDocument as HideAddressOfDocument_1ae3285b519350dea6628cd865e22e07 } from '../../../../src/features/address/HideAddressButton.tsx'
import { ReviewButtons as ReviewButtons_cda9f094c5d453a7fb090e244ede5a66 } from '../../../../src/admin/review/ReviewButtons.tsx'
import { VerifyDocument as VerifyDocument_8312d213dd4517d09ce118c66e5cb167 } from '../../../../src/admin/verification/VerifyButton.tsx'
import { ConflictDialog as ConflictDialog_a3e2481adbd7732dd86c3fbeba1d7fe0 } from '../../../../src/admin/document/ConflictDialog.tsx'
import { Status as Status_c24d8c87fc52a89e3e29359dcff156c3 } from '../../../../src/admin/document/Status.tsx'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaImageComponent as MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { PreviewComponent as PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { ScheduledCell as ScheduledCell_8ce5827e223a8c22d20b1a845778018b } from '../../../../src/admin/document/ScheduledCell.tsx'
import { ScheduledNotice as ScheduledNotice_82843910c5c789dda5eb858e0f345ad4 } from '../../../../src/admin/document/ScheduledNotice.tsx'
import { CurrentPassword as CurrentPassword_ed44187cc707623a7c7018d249613046 } from '../../../../src/admin/signIn/CurrentPassword.tsx'
import { AccountTools as AccountTools_c0fc03967f1eb516c0b65fd1c0bb2449 } from '../../../../src/admin/signIn/AccountTools.tsx'
import { EditUser as EditUser_278454996f4a5d6eef1f7b31099b15dc } from '../../../../src/admin/signIn/EditUser.tsx'
import { Deliveries as Deliveries_1f48d2fe2dd015cfeeee8d481854e331 } from '../../../../src/admin/webhooks/Deliveries.tsx'
import { ActorCell as ActorCell_c1b89540cdba779c2641ae2f543e0264 } from '../../../../src/admin/ActorCell.tsx'
import { Icon as Icon_4581af1b67ec1ca77380af6e97e29e77 } from '../../../../src/admin/Icon.tsx'
import { Logo as Logo_8e667ac4b9483eaa619866b9308f03ba } from '../../../../src/admin/Logo.tsx'
import { RoleOnBody as RoleOnBody_c53fa616bf91050c973a059bbaf3112f } from '../../../../src/admin/RoleOnBody.tsx'
import { Dashboard as Dashboard_8d126dd520d3a7a5673928db317a3de3 } from '../../../../src/admin/desk/Dashboard.tsx'
import { Login as Login_882e7d535b583e45b52e3c861dd032c2 } from '../../../../src/admin/signIn/Login.tsx'
import { SetPassword as SetPassword_96d4ff999e6c43b2ca66c8e37d326dac } from '../../../../src/admin/signIn/SetPassword.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/review/ReviewNotice.tsx#ReviewNotice": ReviewNotice_9ce571b0a3c341f2ce97bc1189495442,
  "/src/features/address/AddressCell.tsx#AddressCell": AddressCell_11cd28dfcce712cb0949d37312844fd2,
  "/src/admin/document/NoDifference.tsx#NoDifference": NoDifference_2003072a5366025dffb66b5537fac469,
  "/src/features/publishing/PublishQuestions.tsx#PublishQuestions": PublishQuestions_5e1ee0d4fdde5ab6987c212d4317ca9f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/links/UsedIn.tsx#UsedIn": UsedIn_ee785db262d84da291eb26bb34a29caf,
  "/src/admin/exchange/Exchange.tsx#Exchange": Exchange_3d9bfc845a3609fca96002c8775ce8b5,
  "/src/admin/lists/QuickFilters.tsx#QuickFilters": QuickFilters_9621a2ef528c6a976fedadbf561e3cbb,
  "/src/features/address/HideAddressButton.tsx#HideAddressOfDocument": HideAddressOfDocument_1ae3285b519350dea6628cd865e22e07,
  "/src/admin/review/ReviewButtons.tsx#ReviewButtons": ReviewButtons_cda9f094c5d453a7fb090e244ede5a66,
  "/src/admin/verification/VerifyButton.tsx#VerifyDocument": VerifyDocument_8312d213dd4517d09ce118c66e5cb167,
  "/src/admin/document/ConflictDialog.tsx#ConflictDialog": ConflictDialog_a3e2481adbd7732dd86c3fbeba1d7fe0,
  "/src/admin/document/Status.tsx#Status": Status_c24d8c87fc52a89e3e29359dcff156c3,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaImageComponent": MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#PreviewComponent": PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "/src/admin/document/ScheduledCell.tsx#ScheduledCell": ScheduledCell_8ce5827e223a8c22d20b1a845778018b,
  "/src/admin/document/ScheduledNotice.tsx#ScheduledNotice": ScheduledNotice_82843910c5c789dda5eb858e0f345ad4,
  "/src/admin/signIn/CurrentPassword.tsx#CurrentPassword": CurrentPassword_ed44187cc707623a7c7018d249613046,
  "/src/admin/signIn/AccountTools.tsx#AccountTools": AccountTools_c0fc03967f1eb516c0b65fd1c0bb2449,
  "/src/admin/signIn/EditUser.tsx#EditUser": EditUser_278454996f4a5d6eef1f7b31099b15dc,
  "/src/admin/webhooks/Deliveries.tsx#Deliveries": Deliveries_1f48d2fe2dd015cfeeee8d481854e331,
  "/src/admin/ActorCell.tsx#ActorCell": ActorCell_c1b89540cdba779c2641ae2f543e0264,
  "/src/admin/Icon.tsx#Icon": Icon_4581af1b67ec1ca77380af6e97e29e77,
  "/src/admin/Logo.tsx#Logo": Logo_8e667ac4b9483eaa619866b9308f03ba,
  "/src/admin/RoleOnBody.tsx#RoleOnBody": RoleOnBody_c53fa616bf91050c973a059bbaf3112f,
  "/src/admin/desk/Dashboard.tsx#Dashboard": Dashboard_8d126dd520d3a7a5673928db317a3de3,
  "/src/admin/signIn/Login.tsx#Login": Login_882e7d535b583e45b52e3c861dd032c2,
  "/src/admin/signIn/SetPassword.tsx#SetPassword": SetPassword_96d4ff999e6c43b2ca66c8e37d326dac,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
