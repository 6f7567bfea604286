Profile: JawabanBayi
Parent: JawabanFormulir
Id: jawaban-bayi
Title: "Jawaban kelas ibu balita"
Description: "Kelas ibu balita menurut formulir nasional Q0004."
* insert Terbitan
* insert Inggris([["Answers on the class for mothers"]])
* questionnaire = "https://fhir.kemkes.go.id/Questionnaire/Q0004"
