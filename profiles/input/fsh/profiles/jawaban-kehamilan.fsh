Profile: JawabanKehamilan
Parent: JawabanFormulir
Id: jawaban-kehamilan
Title: "Jawaban pelayanan ibu hamil"
Description: "Makanan tambahan, empat terlalu, dan kelas ibu hamil menurut formulir nasional Q0002."
* insert Terbitan
* insert Inggris([["Answers on antenatal care"]])
* questionnaire = "https://fhir.kemkes.go.id/Questionnaire/Q0002"
