Profile: JawabanFormulir
Parent: QuestionnaireResponse
Id: jawaban-formulir
Title: "Jawaban formulir"
Description: "Dasar jawaban formulir nasional: jawaban satu orang pada satu kunjungan."
* insert Terbitan
* insert Inggris([["Answers of a form"]])
* ^abstract = true
* insert BertandaLingkungan
* questionnaire 1..1 MS
* status MS
* status = #completed
* subject 1..1 MS
* subject only Reference(Patient)
* encounter 1..1 MS
* authored 1..1 MS
* item 1..* MS
* item obeys ilp-terjawab
* author MS
* item.linkId MS
* item.answer MS
