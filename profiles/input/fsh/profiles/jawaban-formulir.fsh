Profile: JawabanFormulir
Parent: QuestionnaireResponse
Id: jawaban-formulir
Title: "Jawaban formulir"
Description: "Dasar jawaban formulir nasional: jawaban satu orang pada satu kunjungan."
* insert Terbitan
* insert Inggris([["Answers of a form"]])
* ^abstract = true
* insert BertandaLingkungan
* questionnaire 1..1
* status = #completed
* subject 1..1
* subject only Reference(Patient)
* encounter 1..1
* authored 1..1
* item 1..*
* item obeys ilp-terjawab
